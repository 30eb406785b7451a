"""Wire items of our own writing, in the formats of the IPTC."""

NAMESPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body><header><h1>Bridge</h1></header>{}</body></html>'
ABOUT = """<contentCreated>2026-03-02T22:00:00Z</contentCreated><contentModified>2026-03-03T08:15:00Z</contentModified>
<located><name>Marstow</name></located><creator><name>Meg Ivers</name></creator><by>By Anna Pell</by>
<slugline>bridge-vote</slugline><headline>Council backs bridge</headline>
<headline role="hld:subHeadline">At last</headline><creditline>Northern Wire–</creditline>"""
PARAGRAPHS = "<p>The council has\n approved the bridge.</p><p></p><p><h3>Tolls</h3></p>"


def item(*, about: str = ABOUT, content: str = "", kind: str = "ninat:text", meta: str = "") -> str:
    content = content or f"<inlineXML>{XHTML.format(PARAGRAPHS)}</inlineXML>"
    return (
        f'<newsItem {NAMESPACE}><itemMeta><itemClass qcode="{kind}"/>'
        "<versionCreated>2026-03-05T00:00:00Z</versionCreated>"
        f"{meta}</itemMeta><contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


HEAD = """<head><title>1 MARSTOW Bridge</title><docdata>
<date.issue norm="20260303T081500+0000"/><date.release norm="20260304T060000Z"/>
<doc.copyright holder="Northern Wire. All rights reserved" year="2026"/>
<key-list><keyword key="bridge-vote"/></key-list></docdata></head>"""
BODY_HEAD = """<body.head><hedline><hl1>Council backs <em>bridge</em></hl1></hedline>
<byline>By Anna Pell<byttl>Northern Wire</byttl></byline>
<dateline><location><city>Marstow</city>, <country>England</country></location></dateline>
<abstract><p>The council has approved the bridge.</p></abstract></body.head>"""
CONTENT = """<body.content><block><p lede="true">The council has approved
  the <org>Wend</org> bridge.</p><hl2>Tolls</hl2><ul><li>Cars pay £1.</li></ul></block>
<media media-type="image"><media-caption>The bridge</media-caption></media></body.content>"""


def nitf(*, head: str = HEAD, body_head: str = BODY_HEAD, content: str = CONTENT) -> bytes:
    return f"<nitf>{head}<body>{body_head}{content}</body></nitf>".encode()


def newsml(content: str) -> bytes:
    lines = (
        "<NewsLines><HeadLine>It is on</HeadLine><ByLine>By Tom Reyes</ByLine><DateLine>Marstow, 3 March</DateLine>"
        "<SlugLine>bridge</SlugLine></NewsLines>"
    )
    sent = "<NewsManagement><ThisRevisionCreated>20260303T081500Z</ThisRevisionCreated></NewsManagement>"
    party = '<AdministrativeMetadata><Provider><Party FormalName="NW"/></Provider></AdministrativeMetadata>'
    part = f"<NewsComponent><ContentItem>{content}</ContentItem></NewsComponent>"
    component = f"<NewsComponent>{lines}{party}{part}</NewsComponent>"
    return f"<NewsML><NewsItem>{sent}{component}</NewsItem></NewsML>".encode()
