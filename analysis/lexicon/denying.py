"""The words by which a sentence denies something, as a tokenizer leaves them: "n't" comes to its letters."""

DENYING = frozenset(
    "not n t no never none nor neither without nothing nobody cannot deny denies denied false fake hoax untrue".split()
)
DENYING_A_STATEMENT = DENYING - {"without"}  # which denies but a circumstance of it
