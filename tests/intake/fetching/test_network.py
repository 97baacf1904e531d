"""A connection goes to an address that was checked, and to no other."""

import time

import httpcore
import pytest

from saidwho.intake.fetching import network
from saidwho.intake.fetching.failures import FetchError
from saidwho.intake.fetching.network import Network


class Recorder:
    """Stands where the system's connections are made, and remembers to where they would go."""

    def __init__(self) -> None:
        self.connected: list[str] = []

    def connect_tcp(self, host: str, *_: object) -> httpcore.NetworkStream:
        self.connected.append(host)
        if host.endswith(".1"):
            raise httpcore.ConnectError("refused")
        return httpcore.MockStream([])


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    made = Recorder()
    monkeypatch.setattr(network.httpcore, "SyncBackend", lambda: made)
    return made


def connect(answers: list[list[str]], *, allow: str = "") -> None:
    """Connect once for a name server that gives these answers, one after the other."""
    left = iter(answers)
    made = Network(allow_hosts=frozenset({allow}), resolver=lambda host, port: next(left), is_stopped=lambda: False)
    made.connect_tcp("post.example", 80)


def test_the_host_is_asked_for_once(recorder: Recorder) -> None:
    """A second answer of the name server (DNS rebinding) is never heard."""
    connect([["93.184.216.34"], ["127.0.0.1"]])
    assert ["93.184.216.34"] == recorder.connected


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:192.168.1.1", "fe80::1%eth0"])
def test_one_closed_address_closes_the_host(recorder: Recorder, address: str) -> None:
    """A host with a public and a private address is not connected to at either."""
    with pytest.raises(FetchError, match=r"--allow-host post\.example") as caught:
        connect([["93.184.216.34", address]])
    assert ("refused", []) == (caught.value.code, recorder.connected)


def test_a_host_is_allowed_by_name(recorder: Recorder) -> None:
    """By exactly its name."""
    connect([["10.1.2.3"]], allow="post.example")
    with pytest.raises(FetchError):
        connect([["10.1.2.3"]], allow="example")
    assert ["10.1.2.3"] == recorder.connected


def test_the_next_address_is_tried(recorder: Recorder) -> None:
    """Where the first does not answer; where none does, the last error is told."""
    connect([["93.184.216.1", "93.184.216.34"]])
    assert ["93.184.216.1", "93.184.216.34"] == recorder.connected
    with pytest.raises(httpcore.ConnectError):
        connect([["93.184.216.1"]])


def test_a_stop_is_seen_while_a_server_is_silent() -> None:
    """Within a step, whatever the time limit is."""
    stops = iter([False, True])
    made = Network(allow_hosts=frozenset(), resolver=lambda host, port: [], is_stopped=lambda: next(stops))

    def silent(step: float) -> bytes:
        raise httpcore.ReadTimeout

    with pytest.raises(FetchError, match="Stopped"):
        made.wait(1000.0, silent)


def test_the_deadline_ends_a_silence() -> None:
    """Also where the limit of one silence is longer."""
    made = Network(allow_hosts=frozenset(), resolver=lambda host, port: [], is_stopped=lambda: False)
    made.deadline = time.monotonic() + 0.05
    steps: list[float] = []

    def silent(step: float) -> bytes:
        steps.append(step)
        time.sleep(step)
        raise httpcore.ReadTimeout

    with pytest.raises(httpcore.ReadTimeout):
        made.wait(1000.0, silent)
    # What it waits for, not what a busy machine adds.
    assert 0.0 < sum(steps) <= 0.05
