"""Which part of an address is an id of a page, and not of what programs ask for?"""

from starlette.convertors import Convertor, register_url_convertor


class Bare(Convertor[str]):
    """A part without a point, since what programs ask for ends in one and its form, such as .json.

    So the pages that are asked for most are looked for first, among three addresses and not among fifty.
    """

    regex = "[^/.]+"

    def convert(self, value: str) -> str:
        """The id as the address has it."""
        return value

    def to_string(self, value: str) -> str:
        """The part of the address for an id."""
        return value


register_url_convertor("bare", Bare())


def page_of(kind: str) -> str:
    """The address of the page of one claim, document or statement, as routes have it. kind: the name of their list."""
    return f"/{kind}/{{identity:bare}}"
