"""The loop: how batches are mixed, and that a few steps learn what they are shown."""

import random
from itertools import islice

import spacy
from spacy.tokens import Doc
from spacy.training import Example

from training import grammar
from training.examples import example_of
from training.pipeline import Shape, build
from training.train import Plan, batches, train


def pool(word: str, number: int) -> list[Example]:
    nlp = spacy.blank("de")
    return [Example(nlp.make_doc(f"{word} " * 10), Doc(nlp.vocab, words=[word] * 10)) for _ in range(number)]


def words_of(batch: list[Example]) -> list[str]:
    return [token.text for example in batch for token in example.reference]


def test_sources_are_mixed_by_weight_and_size() -> None:
    pools = [(1.0, pool("viel", 30)), (3.0, pool("gut", 10)), (0.5, pool("rest", 20))]
    plan = Plan(words=(500, 500))
    words = [word for batch in islice(batches(pools, plan, random.Random(1)), 40) for word in words_of(batch)]
    shares = {word: words.count(word) / len(words) for word in ("viel", "gut", "rest")}
    assert abs(shares["viel"] - 3 / 7) < 0.02
    assert abs(shares["gut"] - 3 / 7) < 0.02
    assert abs(shares["rest"] - 1 / 7) < 0.02


def test_every_batch_holds_something_of_the_first_source() -> None:
    pools = [(0.01, pool("selten", 2)), (1.0, pool("oft", 50))]
    plan = Plan(words=(100, 100))
    assert all("selten" in words_of(batch) for batch in islice(batches(pools, plan, random.Random(1)), 20))


def test_batches_grow_to_their_largest_size() -> None:
    plan = Plan(words=(100, 120))
    sizes = [len(words_of(batch)) for batch in islice(batches([(1.0, pool("a", 40))], plan, random.Random(1)), 400)]
    assert sizes[0] < sizes[-1]
    assert max(sizes) <= 130


def test_a_few_steps_learn_and_repeat_exactly() -> None:
    sentences = list(grammar.sentences(1, 30))
    plan = Plan(steps=25, words=(200, 200), warmup=5)
    results = []
    for _ in range(2):
        nlp = build(Shape(width=32, depth=1, rows=(200, 100, 200, 200), hidden=32))
        train(nlp, [(1.0, [example_of(nlp, [sentence]) for sentence in sentences])], plan)
        doc = nlp("„⁂“, sagte Ada Wetzel am Montag.")
        results.append(([token.dep_ for token in doc], nlp.get_pipe("parser").to_bytes()))
    assert results[0] == results[1]
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("POS")
