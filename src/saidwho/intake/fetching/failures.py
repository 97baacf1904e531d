"""Why could a page not be fetched?"""

from saidwho.errors import IntakeError


class FetchError(IntakeError):
    """A page could not be fetched.

    may_pass: whether asking again later can help. wait: seconds after which the server asks us to come back, if it did.
    status: of the HTTP answer, if there was one.
    """

    def __init__(self, message: str, *, code: str, may_pass: bool = False, wait: float | None = None, status: int | None = None) -> None:
        super().__init__(message, code=code)
        self.may_pass = may_pass
        self.wait = wait
        self.status = status
