"""One cast for a story: who joins whom, and who stays alone."""

from __future__ import annotations

from communique.model.actor import Actor
from communique.model.article import Article, Person
from communique.model.casefile import Casefile, Story
from communique.model.document import Document
from communique.model.layout import Layout
from communique.model.passage import Passage
from communique.records.actors import unify


def person(key: str, name: str | None, **more: str) -> Actor:
    return Actor(key=key, name=name, kind="person", as_written=name or key, **more)  # type: ignore[arg-type]


def case_of(*casts: list[Actor], together: bool = True) -> tuple[Casefile, list[str]]:
    articles = {}
    for n, actors in enumerate(casts):
        d = Document.make(source=f"{n}.txt", text=f"article {n}")
        articles[d.id] = Article(document=d, layout=Layout(document=d), people=tuple(Person(actor=a, mentions=(Passage(d, 0, 3),)) for a in actors))
    ids = list(articles)
    stories = (Story(id="s1", title="t", articles=tuple(sorted(ids))),) if together else ()
    return Casefile(articles=articles, stories=stories), ids


STUBB = person("person:alexander stubb", "Alexander Stubb", country="FIN", role="president", gender="male")


def test_a_family_name_joins_the_one_full_name_it_fits() -> None:
    case, (_a, b) = case_of([STUBB], [person("person:stubb", "Stubb")])
    found = unify(case)[b, "person:stubb"]
    assert (found.key, found.name, found.country) == ("person:alexander stubb", "Alexander Stubb", "FIN")


def test_a_family_name_that_fits_two_stays_itself() -> None:
    case, (_, b) = case_of([STUBB, person("person:maria stubb", "Maria Stubb")], [person("person:stubb", "Stubb")])
    assert (b, "person:stubb") not in unify(case)


def test_gender_and_country_keep_people_apart() -> None:
    case, (_, b) = case_of([STUBB], [person("person:stubb", "Stubb", gender="female")])
    assert (b, "person:stubb") not in unify(case)


def test_an_office_joins_its_holder() -> None:
    case, (_, b) = case_of([STUBB], [person("role:FIN:president", None, country="FIN", role="president")])
    assert unify(case)[b, "role:FIN:president"].key == STUBB.key


def test_spellings_of_a_name_join_where_the_country_agrees() -> None:
    vucic = person("person:aleksandar vucic", "Aleksandar Vucic", country="SRB", role="president")
    case, (_, _b) = case_of([vucic], [person("person:alexander vucic", "Alexander Vucic", country="SRB")])
    assert (
        len(
            {
                x.key
                for x in (
                    unify(case).get((i, k), Actor(key=k, name=None, kind="person", as_written=k))
                    for i, k in zip(case.articles, ("person:aleksandar vucic", "person:alexander vucic"), strict=True)
                )
            }
        )
        == 1
    )
    other, (_, d) = case_of([vucic], [person("person:alexander vucic", "Alexander Vucic", country="USA")])
    assert (d, "person:alexander vucic") not in unify(other)


def test_the_form_that_most_articles_print_is_shown_in_all_stories() -> None:
    one = person("person:jae lee myung", "Lee Jae Myung")
    two = person("person:jae lee myung", "Lee Jae-myung")
    case, ids = case_of([one], [one], [two], together=False)
    assert unify(case)[ids[2], one.key].name == "Lee Jae Myung"


def test_members_of_groups_are_the_story_s_persons() -> None:
    pair = Actor(
        key="group:person:stubb+state:SWE",
        name=None,
        kind="group",
        as_written="both",
        members=(person("person:stubb", "Stubb"), Actor(key="state:SWE", name="Sweden", kind="state", as_written="Sweden", country="SWE")),
    )
    case, (_, b) = case_of([STUBB], [pair])
    assert [m.key for m in unify(case)[b, pair.key].members] == ["person:alexander stubb", "state:SWE"]


def test_the_cast_does_not_depend_on_the_order_of_articles() -> None:
    case, _ids = case_of([STUBB], [person("person:stubb", "Stubb")], [person("person:alexander stubb", "A. Stubb")])
    turned = Casefile(articles=dict(reversed(case.articles.items())), stories=case.stories)
    assert unify(case) == unify(turned)
