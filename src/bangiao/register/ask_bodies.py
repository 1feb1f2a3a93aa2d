"""Bodies out of the register: which body is meant, and the posts that reports give in it."""

from contextlib import AbstractContextManager

from msgspec import Struct
from sqlalchemy import Connection, func, select

from bangiao.register.ask_offices import Post
from bangiao.register.schema import bodies, mentions, offices, posts


class BodyRecord(Struct, frozen=True):
    """A body of a side (country code or organisation), as it is called most plainly."""

    id: str
    name: str
    side: str


class PostSeen(Struct, frozen=True):
    """A post, and how many people are seen in it."""

    id: str
    title: str
    side: str
    people: int


class BodyAnswers:
    """The part of a register that is asked about bodies."""

    def _reading(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def body(self, ident: str) -> BodyRecord | None:
        """The body of this id, if a report names it."""
        with self._reading() as connection:
            row = connection.execute(select(bodies).where(bodies.c.body_id == ident)).mappings().one_or_none()
        return BodyRecord(row["body_id"], row["name"], row["side"]) if row else None

    def post(self, ident: str) -> Post | None:
        """The post of this id, if a report names it."""
        query = select(offices.c.side, offices.c.post).where(offices.c.office_id == ident)
        with self._reading() as connection:
            row = connection.execute(query).one_or_none()
        return Post(row[0], row[1]) if row else None

    def posts_in(self, body: str) -> tuple[PostSeen, ...]:
        """The posts of a body, those with most people first."""
        number = func.count(mentions.c.person_id.distinct())
        query = select(offices.c.office_id, offices.c.title, offices.c.side, number).where(offices.c.body_id == body)
        query = query.join(posts, posts.c.office_id == offices.c.office_id).join(
            mentions,
            (mentions.c.finding_id == posts.c.finding_id)
            & (mentions.c.side == posts.c.side)
            & (mentions.c.position == posts.c.position),
        )
        query = query.group_by(offices.c.office_id, offices.c.title, offices.c.side)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(number.desc(), offices.c.title)).all()
        return tuple(PostSeen(*row) for row in rows)
