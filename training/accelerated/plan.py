"""How many teachers, how many passes, and at which rates, so that all ends in time?"""

import math
from dataclasses import dataclass

from training.accelerated.folds import FOLDS, pair_of, unseen_by
from training.accelerated.workers import Held
from training.recipes import FIRST, Recipe

# What the first runs on a CPU learned with; see rates_for.
_BUDGET, _ENCODER_RATE, _HEAD_RATE = FIRST.budget, FIRST.encoder_rate, FIRST.head_rate
# More than this learns faster than it forgets its start; the square root law holds for small factors.
_LARGEST_FACTOR = 2.5
# Passes of one teacher: after nine on a CPU the loss on the labels was next to nothing, under six it is not.
FEWEST, USUAL, MOST = 5, 10, 14
TEACHERS = (3, 8)
# Of the time, so much is for the teachers.
_TEACHERS_SHARE = 0.6
_STUDENT_MOST = 45
# A step of the student takes longer by so much, since all rows go through two chains.
STUDENT_COST = 1.2
_ALONE = 0.5
# What teachers count where there are labels, of two students in turn. Half of PolNeAR's mistakes read as noise of its labels, so they never
# count alone.
TAUGHT = (0.5, 0.7)
# Times half the rates, of each such two students: the faster, the farther they go from the reader that they start from.
STUDENT_PACES = (1.0, 0.5, 0.25)
# Times the rates, of two teachers in turn: who learns at other rates errs elsewhere.
_PACES = (1.0, 0.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """Pieces of the documents of each sort: PolNeAR, our reports, other labels, no labels."""

    attributions: int
    reports: int
    others: int
    unlabelled: int

    @classmethod
    def of(cls, held: Held) -> "Amounts":
        sums = {"attributions": 0, "reports": 0, "others": 0, "unlabelled": 0}
        for prepared in held.documents:
            document = prepared.document
            labelled = document.names is not None or document.mentions is not None
            sort = (
                "reports"
                if document.told is not None
                else "attributions"
                if document.roles is not None
                else "others"
                if labelled
                else "unlabelled"
            )
            sums[sort] += len(prepared.pieces.ids)
        return cls(**sums)

    def shown_by(self, recipe: Recipe) -> int:
        """The pieces that a run learns from, about."""
        reports = self.reports * recipe.war_reports * (1 + recipe.alone)
        learned = 1.0 if recipe.unseen is None else 1 - 1 / FOLDS
        always = recipe.attributions * learned * self.attributions + reports + recipe.unlabelled * self.unlabelled
        return round(always * len(recipe.others) + sum(recipe.others) * self.others)


def others_over(passes: int) -> tuple[float, ...]:
    """The share of documents with other labels in each pass: all at first, fewer later, when attributions are what is left to learn."""
    whole = max(1, passes // 3)
    rest = passes - whole
    return (1.0,) * whole + tuple(round(1.0 - 0.65 * (at + 1) / rest, 3) for at in range(rest))


def rates_for(budget: int, *, factor: float = 1.0) -> tuple[float, float]:
    """The rates of encoder and heads for larger batches: by the square root of the size (Malladi et al. 2022), within bounds."""
    scale = factor * min(math.sqrt(budget / _BUDGET), _LARGEST_FACTOR)
    return _ENCODER_RATE * scale, _HEAD_RATE * scale


def teacher_recipe(number: int, passes: int, budget: int, *, factor: float = 1.0, plain_every: int = 0) -> Recipe:
    """One teacher, from the base encoder, with all tasks. number: from 1; each has its own seed and a fold that it does not learn.

    plain_every: every so many teachers, one learns without our marked reports; 0 for none. Alone PolNeAR teaches sources better (83.5 for
    82.5 F1 on its development part), with the reports contents (71.4 for 70.9), and teachers that err in different ways are worth more.
    """
    encoder_rate, head_rate = rates_for(budget, factor=factor * _PACES[pair_of(number) % len(_PACES)])
    return Recipe(
        name=f"teacher {number}",
        seed=100 + number,
        others=others_over(passes),
        unseen=unseen_by(number),
        trim_cues=True,
        war_reports=0 if plain_every and number % plain_every == 0 else 1,
        alone=_ALONE,
        budget=budget,
        encoder_rate=encoder_rate,
        head_rate=head_rate,
        blank=0.08,
        average=0.96,
    )


def share_of(number: int) -> float:
    """What teachers count for a student where there are labels. number: from 1."""
    return TAUGHT[(number - 1) % len(TAUGHT)]


def pace_of(number: int) -> float:
    """How fast a student learns. number: from 1."""
    return STUDENT_PACES[(number - 1) // len(TAUGHT) % len(STUDENT_PACES)]


def student_recipe(number: int, passes: int, budget: int, *, factor: float = 1.0) -> Recipe:
    """A student, which goes on from a released reader: all documents, those without labels too. number: from 1.

    Word vectors and the lowest layer stay as they are: they are half of what would have to be fetched, and change least.
    """
    encoder_rate, head_rate = rates_for(budget, factor=factor / 2 * pace_of(number))
    return Recipe(
        name=f"student {number}",
        seed=200 + number,
        frozen=1,
        others=others_over(passes),
        unlabelled=1.0,
        trim_cues=True,
        war_reports=1,
        alone=_ALONE,
        budget=budget,
        encoder_rate=encoder_rate,
        head_rate=head_rate,
        blank=0.1,
        average=0.97,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """passes: of each teacher. budget: pieces a step."""

    teachers: int
    passes: int
    budget: int


def plan_teachers(seconds: float, rate: float, amounts: Amounts, budget: int) -> Plan:
    """How many teachers of how many passes fit. seconds: for teachers and student. rate: pieces a second."""
    pieces = seconds * rate * _TEACHERS_SHARE
    costs = {passes: amounts.shown_by(teacher_recipe(1, passes, budget)) for passes in range(FEWEST, MOST + 1)}
    fewest, most = TEACHERS
    teachers = int(min(max(pieces // costs[USUAL], fewest), most))
    passes = max((p for p, cost in costs.items() if cost * teachers <= pieces), default=FEWEST)
    return Plan(teachers=teachers, passes=passes, budget=budget)


def plan_students(seconds: float, rate: float, amounts: Amounts, budget: int) -> int:
    """How many passes a student has time for, at least one."""
    pieces = seconds * rate / STUDENT_COST
    return max((p for p in range(1, _STUDENT_MOST + 1) if amounts.shown_by(student_recipe(1, p, budget)) <= pieces), default=1)
