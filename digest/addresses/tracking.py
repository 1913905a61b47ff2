"""The parameters of an address that count clicks or say who sent it, told from those that name an article."""

from __future__ import annotations

import re

_PREFIXES = re.compile(
    r"(?:utm|mc|pk|mtm|piwik|matomo|hsa|vero|oly|at|ns|wt|itm|int|ga|gs|fb|trk|guce|soc|spm|yptr|asc|dm_i|elq|cxd|"
    r"tblci|taboola|outbrain|ob|xtor|xt|_hs|__hs|__twitter|email|emci|emdi|share|sharer|weibo|wx|smartnews|dpa)[_.-]\w"
)
_NAMES = frozenset(
    """fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh epik rb_clid
    mkt_tok mc_cid mc_eid _ga _gl _ke _openstat _hsenc _hsmi hsctatracking hss_channel __s s_kwcid ef_id wickedid
    xtor xtref xtcr cmpid cmp cmpt icid icmp intcid int_source ito ocid ncid nlid nl_id newsletterid smid smtyp smprod
    smvar partner ref ref_src ref_url refid referer referrer referral reflink source src via r rss rssfeed
    from cid campaign campaignid campaign_id camp cp cpid affiliate aff aff_id clickid click_id adid adgroupid ad_id
    share shared sharetype sharetoken share_token share_from shareuid shareadid isappinstalled nsukey sharer_shareid
    spm spm_id_from vd_source scene srcid sref srnd leadsource tpcc taid mbid ftag ftcamp tsrc guccounter ncp
    unlocked_article_code giftcopy gift accesstoken wprov feature si tduid emc mod mg maca dicbo oborigurl obref
    traffic_source trackingid tracking_id trackid tracking trkid trackingcode fromrss ssm wtmc wt wkey wemail
    ss_email_id ck_subscriber_id showwelcomeonshare triedredirect isfreemail cvid ei sei st sh sr_share ceid emci emdi
    emailid email_id bbc_source snr amp outputtype nocache _rdc _rdr fref hc_ref eid elqtrackid elqtrack kid ust usg
    sa ved usqp amp_js_v amp_gsa rand timestamp cachebuster googleamp""".split()  # noqa: SIM905 — a list of words
)
_DOUBTFUL = frozenset(
    """from cid campaign camp cp cpid ref refid source src via r share eid ei st sh si sei mod sa rss kid scene feature
    partner gift mg spm emc tracking ust trackid wt ssm cmp shared srcid adid referral affiliate aff
    """.split()  # noqa: SIM905 — a list of words
)
"""Names that some sites give to what counts and some to what names an article: there a number or a key is kept."""
_NAMING_VALUE = re.compile(r"\d{2,}|[0-9a-f-]{8,}|viewthread", re.I)
_AMP_VALUE = re.compile(r"^(?:amp|1|true|)$", re.I)
_ESCAPED = re.compile(r"^(?:amp;)+", re.I)


def without_tracking(query: str, host: str) -> str:
    """`query` without the parameters that name nothing, the others as they are and in their order.

    >>> without_tracking("id=7&utm_source=mail&fbclid=x", "example.com")
    'id=7'
    """
    return "&".join(part for part in query.split("&") if part and not is_tracking(part, host))


def is_tracking(part: str, host: str) -> bool:
    """Whether one parameter of a query says nothing of which page it is."""
    name, _, value = _ESCAPED.sub("", part).partition("=")
    name = name.lower()
    if host.endswith("youtube.com") and name in ("t", "v", "list"):
        return False
    if name in ("output", "outputtype", "view", "mode"):
        return value.lower() == "amp"
    if name == "amp":
        return bool(_AMP_VALUE.match(value))
    if name == "r" and "/" in value:  # the route of a program, not who referred
        return False
    if name in _DOUBTFUL:
        return not _NAMING_VALUE.fullmatch(value)
    return name in _NAMES or _PREFIXES.match(name) is not None
