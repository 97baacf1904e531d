"""saidwho figures: numbers, what they count and who gives them."""

from saidwho.cli.finding import Listing, list_command

HELP = """List numbers, what they count and who gives them.

Newest first. The filters are asked of the statement that gives the figure.

Example: saidwho figures --place Ilven --about killed --json
"""


def _listing() -> Listing:
    from saidwho.export.found import FIGURES  # noqa: PLC0415
    from saidwho.record.find.figures import find_figures  # noqa: PLC0415
    from saidwho.record.find.shapes import figure_shapes  # noqa: PLC0415

    return Listing(find=find_figures, shapes=figure_shapes, columns=FIGURES)


figures_command = list_command(HELP, _listing)
