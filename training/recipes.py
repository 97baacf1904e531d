"""What does a training run depend on beside the data?"""

from dataclasses import dataclass

from training.examples import Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that a run depends on beside the data.

    others: share of the documents with other labels than attributions in each epoch; as many as there are epochs.
    unlabelled: share of the reports without labels in each epoch. trim_cues: see corpora.polnear.
    war_reports: how often an epoch shows each report of training/reports. alone: share of them that it shows sentence by sentence as
    well. trees_alone: the same of the documents with syntax. redrawn: their spans are drawn by PolNeAR's habits, see redraw.
    frozen: so many of the encoder's lowest layers, and the word vectors, stay as they are. attributions: share of the documents of
    PolNeAR in each epoch. roles_alone: of our reports attributions alone are learned. further: letters that files of training/reports/next
    begin with which are learned as well.
    unseen: the fold of them that is never shown, see accelerated.folds.
    """

    name: str
    seed: int
    others: tuple[float, ...]
    unlabelled: float = 0.0
    attributions: float = 1.0
    unseen: int | None = None
    trim_cues: bool = False
    war_reports: int = 0
    alone: float = 0.0
    trees_alone: float = 0.0
    redrawn: bool = False
    roles_alone: bool = False
    further: str = ""
    frozen: int = 0
    budget: int = 6 * 384
    encoder_rate: float
    head_rate: float
    layer_decay: float = 0.9
    warmup: float = 0.06
    dropout: float = 0.1
    blank: float = 0.05
    average: float = 0.99  # decay of the running mean of weights
    adversary: float = 0.0  # length of the step against the word vectors; see Run.learn

    def shares(self, others: float) -> Shares:
        """What an epoch shows. others: its share of the documents with other labels."""
        return Shares(
            attributions=self.attributions, others=others, unlabelled=self.unlabelled, alone=self.alone, trees_alone=self.trees_alone
        )


FIRST = Recipe(name="first", seed=7, others=(1.0, 1.0, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4), encoder_rate=2.5e-4, head_rate=1e-3)
# Goes on from the first run, at half its rate, with reports that the first run labelled.
SECOND = Recipe(
    name="second",
    seed=8,
    others=(0.6, 0.5, 0.5, 0.4, 0.4, 0.4),
    unlabelled=0.6,
    trim_cues=True,
    encoder_rate=1.2e-4,
    head_rate=4e-4,
    blank=0.08,
)

# Goes on from released weights, against an adversary, with more dropout and more words hidden: after the second run
# the loss on the training data is next to nothing, and only what makes learning harder can help. Tried, not released.
THIRD = Recipe(
    name="third",
    seed=9,
    others=(0.4, 0.3, 0.3, 0.3, 0.3),
    trim_cues=True,
    encoder_rate=2e-4,
    head_rate=5e-4,
    dropout=0.2,
    blank=0.12,
    adversary=1.0,
)


# Goes on from released weights with the reports that we marked: what a word of a war report is part of.
FOURTH = Recipe(
    name="fourth",
    seed=10,
    others=(0.15, 0.15, 0.1, 0.1),
    attributions=0.35,
    trim_cues=True,
    war_reports=1,
    frozen=2,
    encoder_rate=1.6e-4,
    head_rate=1e-3,
    blank=0.08,
    # A thousand steps: the mean of 0.99 would still hold a tenth of the new head's first, random weights.
    average=0.96,
)


# Goes on from the mean of the released weights and those of the fourth run, which learned war reports and lost a point on
# PolNeAR: with more of PolNeAR, for one pass.
FIFTH = Recipe(
    name="fifth",
    seed=12,
    others=(0.1,),
    attributions=0.6,
    trim_cues=True,
    war_reports=1,
    frozen=2,
    encoder_rate=1e-4,
    head_rate=4e-4,
    blank=0.08,
    average=0.96,
)

# Goes on from the fifth run's release with the reports in the ordinary manner of news that were marked later.
SIXTH = Recipe(
    name="sixth",
    seed=13,
    others=(0.15, 0.1, 0.1),
    attributions=0.35,
    trim_cues=True,
    war_reports=1,
    frozen=2,
    encoder_rate=1.2e-4,
    head_rate=4e-4,
    blank=0.08,
    average=0.98,
)

# Goes on from half way between the weights before the sixth run and its own: with more of PolNeAR, with the borders of marked spans drawn
# by PolNeAR's habits, and with sentences that stand alone.
SEVENTH = Recipe(
    name="seventh",
    seed=14,
    others=(0.1,),
    attributions=0.8,
    trim_cues=True,
    war_reports=1,
    alone=0.5,
    redrawn=True,
    frozen=2,
    encoder_rate=1e-4,
    head_rate=4e-4,
    blank=0.08,
    average=0.97,
)

# A second set of upper layers, for attributions alone, over the two lowest layers of the released reader: goes on from the first
# release's, which knew PolNeAR alone.
BESIDE = Recipe(
    name="beside",
    seed=23,
    others=(0.0,) * 6,
    attributions=0.9,
    trim_cues=True,
    war_reports=1,
    roles_alone=True,
    further="hijk",
    frozen=2,
    encoder_rate=1.6e-4,
    head_rate=4.8e-4,
    blank=0.08,
    average=0.97,
)
