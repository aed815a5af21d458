"""What is remembered of words: bounded, and without forgetting the common ones."""

from cisner.remembering import Remembered


def test_common_words_stay_and_rare_ones_go() -> None:
    asked: list[str] = []
    remembered = Remembered[str, str](lambda word: asked.append(word) or word.upper(), most=10)
    for number in range(500):
        for word in ("the", "of", f"rare{number}"):
            assert remembered[word] == word.upper()
        assert len(remembered) + len(remembered._old) <= 20
    assert asked.count("the") == asked.count("of") == 1
    assert len(asked) == 502
