"""What a speaker rests his words on."""

import pytest

from saidwho.statements.basis import Bases
from tests.statements.marked import read_marked

BASES = [
    ("intelligence", "We have information", '["We have information that deserters are shot,"] <she> {said}.'),
    ("intelligence", "We also have information", '["We also have information that units are threatened,"] <she> {said}.'),
    ("intelligence", "we have intelligence", "[“As I said, we have intelligence that a second column is on its way,”] <he> {said}."),
    ("intelligence", "intelligence reports", "<The minister> {said} [the column was moving south], citing intelligence reports."),
    ("intelligence", "Norland intelligence", "{According to} <Norland intelligence>, [the column is moving south]."),
    ("intelligence", "intercepted calls", "<The security service> {said}, citing intercepted calls, [that the order came from above]."),
    ("intelligence", "it had intelligence", "<The ministry> {said} [it had intelligence that a raid was planned]."),
    ("imagery", "satellite images", "<The institute> {said} [the bridge was gone], citing satellite images."),
    ("imagery", "Satellite images", "<Satellite images> {show} [that the bridge is gone]."),
    ("imagery", "drone footage", "Based on drone footage, <the brigade> {said} [it had hit nine vehicles]."),
    ("imagery", "satellite images", "<The institute> {said} [satellite images showed fresh trenches]."),
    ("imagery", "video of the blast", "Pointing to video of the blast, <the mayor> {said} [a missile had hit the school]."),
    ("imagery", "photographs", "<The monitor> {said}, on the basis of photographs, [that the shells were new]."),
    ("document", "documents seen by Norrpress", "{According to} <documents seen by Norrpress>, [the general ordered the killings]."),
    ("document", "leaked memo", "<The paper> {said} [the plan had been dropped], citing a leaked memo."),
    ("document", "internal documents", "<The committee> {said}, citing internal documents, [that 300 men had deserted]."),
    ("document", "hospital records", "<The doctor> {said} [40 people had died], citing hospital records."),
    (
        "document",
        "letter obtained by the Norr Courier",
        "[The prisoners were moved in May], {according to} <a letter obtained by the Norr Courier>.",
    ),
    ("document", "We have documents", "[“We have documents that prove it,”] <the prosecutor> {said}."),
    ("witness", "witness accounts", "<The monitor> {said}, citing witness accounts, [that villagers had been shot]."),
    ("witness", "testimony from survivors", "Based on testimony from survivors, <the commission> {said} [the men had been executed]."),
    ("own knowledge", "I saw", "[“I saw two tanks at the school gate,”] {said} <Mira Holm>, a teacher."),
    ("own knowledge", "We heard", "[“We heard three blasts,”] <a shopkeeper> {said}."),
    ("own knowledge", "they heard", "<Residents> {said} [they heard two loud blasts]."),
    ("own knowledge", "with my own eyes", "[“The car burned, that was with my own eyes,”] <he> {said}."),
    ("own knowledge", "she had seen", "<The nurse> {said} [she had seen soldiers loot the ward]."),
    ("own knowledge", "he had examined", "<An investigator> {said} [that he had examined the skulls of 41 men]."),
    ("own knowledge", "its stations had recorded", "<The network> {said} [its stations had recorded two explosions]."),
    ("own knowledge", "her team had counted", "<She> {said} [her team had counted 51 graves]."),
    ("own knowledge", "he had seen", "<The priest> {said} [he had seen no weapon among the marchers]."),
    ("witness", "Survivors told us", "[“Survivors told us that the soldiers left the evening before,”] <she> {said}."),
    ("document", "I have the manifest of every ship", "[“I have the manifest of every ship,”] {said} <the harbour chief>."),
    ("other", "Laboratory tests", "[Laboratory tests have found a pesticide in the water], <the minister> {said}."),
    ("imagery", "drone footage", "<The army> released drone footage which it {said} [showed a rebel mortar]."),
    ("own knowledge", "I counted", "[“I counted eleven bodies,”] <the priest> {said}."),
    ("unnamed source", "military sources", "<The paper> {said} [the commander was dead], citing military sources."),
    ("other", "preliminary investigation", "<Prosecutors> {said}, citing a preliminary investigation, [that gas had been used]."),
    ("other", "We have evidence", "[“We have evidence that the order came from the palace,”] <she> {said}."),
    ("other", "data", "<The monitor> {said} [strikes had doubled], citing data from its own field workers."),
    ("own knowledge", "I saw", "[“Judging from what I saw, the bridge is gone,”] <a driver> {said}."),
    ("own knowledge", "seeing", "<Residents> {reported} [seeing two columns of smoke over the port]."),
    ("own knowledge", "who visited the camp last week", "<Aid workers who visited the camp last week> {said} [half the tents were empty]."),
    ("other", "radar data", "<The institute> {said}, on the basis of radar data, [that the missile was fired from the north]."),
    (
        "imagery",
        "geolocated footage posted online",
        "<The outlet> {said} [the gun was there], after reviewing geolocated footage posted online.",
    ),
    ("other", "a preliminary count", "<The ministry> {said} [a preliminary count showed 40 dead]."),
    ("imagery", "drone footage of the strike", "[The column was hit twice], <the brigade> {said}, releasing drone footage of the strike."),
    ("intelligence", "Our intelligence", "[“Our intelligence shows they are preparing an attack,”] <the president> {said}."),
    ("other", "interviews with relatives", "<The group> {said} [it had verified 40 deaths through interviews with relatives]."),
    ("other", "there was credible evidence", "<The minister> {said} [there was credible evidence that gas had been used]."),
    (
        "other",
        "serial numbers and wreckage",
        "<A panel> {concluded}, based on serial numbers and wreckage, [that the drones were foreign].",
    ),
    (
        "unnamed source",
        "a network of informants",
        "<The monitor>, which relies on a network of informants inside the country, {said} [12 soldiers were killed].",
    ),
    (
        "unnamed source",
        "two people familiar with the talks",
        "<The paper> {reported} [that the plan was dropped], citing two people familiar with the talks.",
    ),
    ("witness", "told by aid workers", "<The agency> {said} [it had been told by aid workers that the wards were full]."),
    (
        "witness",
        "44 survivors",
        "[Nine men died in the mill], <the monitor> {said}. The group interviewed 44 survivors in exile.",
    ),
    (
        "witness",
        "44 survivors, among them two boys, and reviewed prison lists",
        "[Nine men died], <the monitor> {said}. The group interviewed 44 survivors, among them two boys, and reviewed prison lists.",
    ),
    (
        "witness",
        "more than 200 refugees",
        "<The senators> {said} [they had interviewed more than 200 refugees at five camps].",
    ),
    (
        "document",
        "the registers of the camp and on the evidence of nineteen witnesses",
        "<The court> {finds} [that he did]. It rests this on the registers of the camp and on the evidence of nineteen witnesses.",
    ),
    ("document", "the registers of the camp", "<The court> {finds} [that he gave the order]. It rests this on the registers of the camp."),
    ("imagery", "Satellite images", "Satellite images show a crater. <The institute> {assesses} [that a drone hit the depot]."),
    ("document", "it has lists of 400 missing people", "<The council> {says} [it has lists of 400 missing people]."),
    ("document", "they held a list of 157 dead", "<The herders> {said} [they held a list of 157 dead]."),
    ("document", "I kept the record", "[“I kept the record of it myself,”] {said} <the navigator>."),
    ("imagery", "We have pictures from a balloon", "[“We have pictures from a balloon that show no crater,”] <the brigadier> {said}."),
    ("own knowledge", "I have seen the contract", "[“I have seen the contract,”] <the minister> {said}."),
    ("own knowledge", "I saw with my own eyes", "[“I saw with my own eyes that the gate was open,”] {said} <the ferryman>."),
    ("own knowledge", "he had logged", "<The clerk> {said} [he had logged nine flights]."),
    ("document", "Our records", "[“Our records show no such flight,”] <the airport> {said}."),
    ("other", "An analysis of our own pumps", "[“An analysis of our own pumps shows the leak,”] {said} <the engineer>."),
    (
        "other",
        "a network of nurses, drivers and clerks",
        "<The monitor>, which relies on a network of nurses, drivers and clerks inside the country, {said} [12 soldiers were killed].",
    ),
    ("intelligence", "A US intelligence assessment", "<A US intelligence assessment> {found} [that the strike was not deliberate]."),
    ("other", "the pace of recent call-ups", "<The ministry> {said}, judging by the pace of recent call-ups, [that no attack was near]."),
    ("other", "forensic analysis", "<The team> {said}, based on forensic analysis, [that the shell came from the north]."),
    ("document", "the hospital's books", "<A researcher> {said} [the hospital's books contained 44 dead]."),
    ("document", "papers found in a rented room", "<The minister> {said} [papers found in a rented room linked them to a group abroad]."),
    ("witness", "Two survivors told us", "[“Two survivors told us that the barn was locked,”] <the monk> {said}."),
    ("witness", "Local residents told me", "[“Local residents told me that the bridge was mined,”] <the envoy> {said}."),
    ("witness", "Nurses told us", "[“Nurses told us that the ward was empty,”] <she> {said}."),
    ("document", "we keep a list of the dead", "[“In the crypt we keep a list of the dead,”] <the monk> {said}."),
    ("document", "our records", "[“The figure bears no relation to our records,”] <the harbour office> {said}."),
    ("document", "our logs", "[“We know from our logs that no aircraft took off,”] <the airfield> {said}."),
    ("own knowledge", "We examined", "[“We examined and then photographed nine graves,”] <the surveyor> {said}."),
    ("own knowledge", "We identified", "[“We identified and photographed nine graves,”] <the surveyor> {said}."),
    ("other", "the fragments", "<The governor> {said} [the fragments were those of a howitzer]."),
    (
        "document",
        "The harbour registers",
        "[“The harbour registers leave reasonable grounds to believe that the ship was empty,”] <the prosecutor> {said}.",
    ),
    ("imagery", "the drone pictures", "<The mayor> {said} [the drone pictures appeared to show a burning lorry]."),
    ("intelligence", "intercepted messages", "<The ministry> {said} [intercepted messages showed that a raid was planned]."),
    ("imagery", "satellite data", "<The institute> {said} [satellite data showed the reservoir empty]."),
    ("document", "he had documents", "<The lawyer Bo Asker> {said} [he had documents that named the pilot]."),
    ("own knowledge", "they had seen", "The court heard six drovers, <four of whom> {swore} [they had seen the barge burn]."),
    ("document", "they had lists of the missing", "<Two aldermen> {said} [they had lists of the missing]."),
    ("other", "Our radars", "[“Our radars did not detect a launch,”] <the brigade> {said}."),
    ("document", "our logs", "[“The number is borne out by our logs,”] <the harbour office> {said}."),
    ("other", "our estimate", "[“By our estimate, forty houses are gone,”] <the mayor> {said}."),
    ("imagery", "aerial photographs", "<The institute> {said} [it had traced the trench using aerial photographs]."),
    ("own knowledge", "hearing", "<Two farmers> {described} [hearing a shot behind the mill]."),
    ("own knowledge", "who had inspected the barge", "<A diver who had inspected the barge> {said} [the hull was whole]."),
    ("witness", "Soldiers told us", "[“Soldiers told us that the bridge was mined,”] <the envoy> {said}."),
]

NO_BASIS = [
    "<Military intelligence> {said} [many soldiers had drowned].",
    "{According to} <the Aid Worker Security Register>, [196 aid workers were killed].",
    "<The mayor> {said} [that his colonel was told by officers to leave].",
    "[“If there is strong evidence, we will act,”] <he> {said}.",
    "[“I found his bag,”] <she> {said}.",
    "[Soldiers fired into the crowd], <witnesses> {said}.",
    "<An eyewitness> {told} Radio Nord [that the blast came from the harbour].",
    "<Two sources familiar with the matter> {said} [the talks had failed].",
    "<A senior official>, speaking on condition of anonymity, {said} [the talks had failed].",
    "<An unnamed official> {said} [the convoy had been hit].",
    "<An intelligence officer> {doubted} [that the bomber could fly so far].",
    "[“I carried my brother out of the school myself,”] <she> {said}.",
    "<The ministry> {said} [two villages had been taken].",
    "<The statement> {said} [the minister would travel to Varnok].",
    "<The head of intelligence> {said} [the war would be long].",
    "<A US official> {said} [the talks would resume].",
    "[“We have no information about that,”] <the spokesman> {said}.",
    "<The army> {said} [it had seized documents and weapons].",
    "<Residents> {said} [the road was closed].",
    "[“They saw nothing of the money,”] <the lawyer> {said}.",
    "<The UN report> {said} [4,000 people had fled].",
    "{According to} <the governor>, [the dam is damaged].",
    "[“We will pay when we have seen the accounts,”] <the minister> {said}.",
    "<The president> {said} [he had seen no evidence of that].",
    "<The envoy> {said} [the deal was close], without giving evidence.",
    "<The ministry> {said} [it would publish the documents].",
    "[“We heard that the bridge was open,”] <the envoy> {said}.",
    "<The mayor> {said} [the paper says it has the prison list].",
    "[“We see a chance for peace,”] <the envoy> {said}.",
    "<The judge> {said} [the records did not establish who gave the order].",
    "[“A sergeant told us they would be exchanged,”] <she> {said}.",
    "<The nurse> {said} [a guard had told her that the ward was empty].",
    "<The drivers> {said} [they had been told by officers to wait].",
    "<Norr Radio>, citing a military source, {said} [that lorries were moving].",
    "<The aides> {said} [they had been shown nothing].",
    "[“They asked for our papers,”] <a student> {said}.",
    "[“The guards walked off with our records,”] <the clerk> {said}.",
    "[“They took letters from our files,”] <the lawyer> {said}.",
    "[“I kept photographs of my sons under the bed,”] <she> {said}.",
    "[“We observed the ceasefire all night,”] <the rebels> {said}.",
    "<The rebels> {said} [they had observed the truce].",
    "<The rebels> {said} [their men had observed the truce].",
    "[“We tested two missiles on Friday,”] <the marshal> {said}.",
    "[“We located and destroyed the launcher,”] <the brigade> {said}.",
    "[“We identified and destroyed the launcher,”] <the brigade> {said}.",
    "<The minister> {said} [she had weighed the risks].",
    "[“A father of two survivors told us that the barn was locked,”] <she> {said}.",
    "[“The sergeant told us that the bridge was mined,”] <she> {said}.",
    "[“When residents told us that, we left,”] <the envoy> {said}.",
    "[“Soldiers told us to leave the barn,”] <the farmer> {said}.",
    "[A drone strike left three people dead], <the mayor> {said}.",
    "<The mayor> {said} [an aerial bomb left a hole in the quay].",
    "<The mayor> {said} [falling debris left two people wounded].",
    "<The ministry> {said} [the test appears to have failed].",
    "<The bishop> {said} [calls for restraint appear pointless].",
    "<Mira Vale> {said} [she had had conversations with both leaders].",
    "<The mayor> {said} [he had plans to rebuild the school].",
    "<The mayor> {said} [they had documents that named the pilot].",
    "<Police> {said} [he had explosives in the car].",
    "<Police> {said} [he had documents in the car].",
    "<The ministry> {said} [she had documents in the car].",
    "[“He has documents in the car,”] <the ferryman> {said}.",
    "[“We have contacts with both sides,”] <the envoy> {said}.",
    "<Residents> {said} [they had twenty minutes to leave].",
    "[“We had minutes to leave,”] <a tailor> {said}.",
    "[“Our calls for a truce were ignored,”] <the mayor> {said}.",
    "[“Our plans have not changed,”] <the marshal> {said}.",
    "[“Our plans are clear,”] <the marshal> {said}.",
    "[“Our letters were never answered,”] <the mayor> {said}.",
    "[“Our radars were hit in the night,”] <the brigade> {said}.",
    "[“We stand by our estimates,”] <the institute> {said}.",
    "<Prosecutors> {said} [he filmed the base for Vinland].",
    "<The prosecutor> {said} [he filmed the base for Vinland].",
    "<Rescuers> {said} [they were asleep when the rocket hit].",
    "<Police> {said} [he had visited the camp twice].",
    "<The governor> {said} [they heard two shots].",
    "<Neighbours> {said} [she heard two shots].",
    "<Police> {said} [his wife had seen the letter].",
    "<The hostage, who was filmed in a cell>, {said} [the food was bad].",
    "<Rescuers> {said} [the gang had blown up the gate using explosives].",
    "<The mayor> {said} [the army attacked the port using aerial bombs].",
    "<Mira Vale> {said} [finding a truce was urgent].",
    "[“Finding peace will take years,”] <he> {said}.",
    "<Residents> {said} [soldiers told them they would die].",
    "[“Guards told us that we had to kneel,”] <the tailor> {said}.",
]


@pytest.mark.model
@pytest.mark.parametrize(("kind", "words", "marked"), BASES)
def test_what_somebody_rests_his_words_on(kind: str, words: str, marked: str) -> None:
    """The basis is what is named in what is said, beside the cue, or as the source."""
    around, attribution, _ = read_marked(marked)
    basis = Bases(around).basis(attribution)
    assert basis is not None
    assert kind == basis.kind
    found = basis.span.of(around.text)
    assert words in found
    assert len(found.split()) <= len(words.split()) + 1


@pytest.mark.model
@pytest.mark.parametrize("marked", NO_BASIS)
def test_no_basis_is_made_up(marked: str) -> None:
    """Where the text names no basis, there is none: a report that says something is a speaker, and so is an official; a witness does
    not rest on himself, and what somebody did is no basis."""
    around, attribution, _ = read_marked(marked)
    assert Bases(around).basis(attribution) is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "marked"),
    [
        (True, "<The mayor> said the bridge was gone, {citing} [satellite images]."),
        (True, "<The ministry> said, {citing} [intelligence reports], that a raid was planned."),
        (False, "<The paper> reported the raid, {citing} [the ministry]."),
        (False, "<The mayor> {said} [satellite images showed the bridge was gone]."),
    ],
)
def test_citing_evidence_is_no_statement(expected: bool, marked: str) -> None:
    """Evidence that is cited says nothing by itself; whoever is cited does."""
    around, attribution, _ = read_marked(marked)
    assert expected == Bases(around).is_basis(attribution)
