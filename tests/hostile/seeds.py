"""Sound examples of what each reader takes, in our own words: what is cut, joined and spoilt by the fuzzing."""

import json

MEETING = "Ngày 12/3/2025, tại Hà Nội, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Lào Bounmy Sisavath.\n"
BODY = "Hai bên nhất trí mở thêm hai cửa khẩu, thông báo cho nhau tình hình mỗi nước. " * 3
PAGE = (
    '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Hội đàm</title>'
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-12"}</script></head>'
    f"<body><h1>Hội đàm Việt - Lào</h1><article><p>{MEETING}</p><p>{BODY}</p><table><tr><td>1<td>2</table>"
    "<figure><img src=a.jpg><figcaption>Hai Thủ tướng</figcaption></figure></article></body></html>"
)
ANSWER = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2025-03-12T00:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
    + str(len(ANSWER)).encode()
    + b"\r\n\r\n"
    + ANSWER
    + b"\r\n\r\n"
)
RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title><item><title>Một</title>'
    "<link>https://example.org/1</link><pubDate>Wed, 12 Mar 2025 08:00:00 +0700</pubDate></item></channel></rss>"
)
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>'
    "<loc>https://example.org/1</loc><lastmod>2025-03-12</lastmod></url></urlset>"
)
LINE = json.dumps({"id": "a", "url": "https://example.org/a", "published": "2025-03-12", "text": MEETING + BODY})
MONEY = json.dumps({"id": "m", "schema": "Meeting", "properties": {"date": ["2025"], "country": ["vn", "la"]}})
POPOLO = json.dumps(
    {
        "persons": [{"id": "a", "name": "Lan"}],
        "memberships": [{"person_id": "a", "role": "Minister", "start_date": "2020"}],
    }
)
TRIGGER = '[[trigger]]\nwords = ["hội đàm"]\nframe = "meet"\nform = "talks"\ngloss = "talks"\nsource = "a page"\n'

SEEDS: dict[str, list[bytes]] = {
    "page": [PAGE.encode(), PAGE.encode("utf-16")],
    "text": [(MEETING + BODY).encode()],
    "dates": [MEETING.encode(), "từ ngày 9-11/3, cuối tháng 5 năm ngoái, sáng 30/2/2024, thế kỷ 21".encode()],
    "archive": [RECORD],
    "lines": [f"{LINE}\n{LINE}\n".encode()],
    "listing": [RSS.encode(), SITEMAP.encode()],
    "feeds": [b'[[feed]]\nurl = "https://example.org/rss"\n'],
    "pack": [TRIGGER.encode()],
    "plan": [b'date_format = "%d/%m/%Y"\n[columns]\ndate = "day"\ncountries = ["side"]\n'],
    "table": [b"day,side\n2025-03-12,LA\n", MONEY.encode()],
    "tenures": [b"person\tcountry\toffice\tstart\nLan\tVN\tMinister\t2020\n", POPOLO.encode()],
}
