"""Does a proof hold, without the record that it was taken from?"""

import json
from typing import Any

from pymerkle.proof import ConsistencyProof, InclusionProof, InvalidProof

from saidwho.errors import LogError
from saidwho.record.log.entries import leaf_hash


def check_proof(line: str, *, root: str | None = None) -> str:
    """Check a proof as log prove and log consistency print it. Returns in a sentence what it proves.

    root: in hex, one that was published: the proof must lead to it. Raises LogError where it does not hold.
    """
    told = _object(line)
    try:
        sentence = _check(told)
    except (InvalidProof, KeyError, TypeError, ValueError, AttributeError, UnicodeEncodeError) as error:
        raise LogError(f"This proof does not hold: {error or 'it is not whole'}.") from error
    if root is not None and root.strip().lower() not in (told["root"], told.get("prior_root")):
        raise LogError(f"This proof is about another log: it leads to the root {told['root']}, not to {root}.")
    return sentence


def _object(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LogError(f"This is no proof, but something that is not JSON ({error}).") from error
    if not isinstance(told, dict) or told.get("saidwho") != 1:
        raise LogError("This is no proof. Give a line that saidwho log prove or saidwho log consistency printed.")
    return told


def _check(told: dict[str, Any]) -> str:
    root = bytes.fromhex(told["root"])
    # The algorithm is ours and not the proof's to choose.
    if told["kind"] == "inclusion":
        proof = InclusionProof.deserialize(told["proof"])
        proof.verify(leaf_hash(told["entry"]), root, index=told["number"], size=told["size"], algorithm="sha256")
        entry = json.loads(told["entry"])
        return (
            f"holds: {entry['kind']} {entry['id']} is entry {told['number']} of the log of {told['size']} entries with root {told['root']}"
        )
    proof = ConsistencyProof.deserialize(told["proof"])
    prior = bytes.fromhex(told["prior_root"])
    proof.verify(prior, root, prior_size=told["prior_size"], later_size=told["size"], algorithm="sha256")
    return (
        f"holds: the log of {told['prior_size']} entries with root {told['prior_root']} "
        f"is the beginning of the log of {told['size']} entries with root {told['root']}"
    )
