"""Where the statutes of China are published: pages of the State Council and of the Congress.

For people to read, never asked for by the program. Articles that later amendments changed are none
of those that the rules name.
"""

from __future__ import annotations

LABOUR_CONTRACT = "https://www.gov.cn/flfg/2007-06/29/content_669394.htm"
SOCIAL_INSURANCE = "https://www.gov.cn/flfg/2010-10/28/content_1732964.htm"
PERSONAL_INFORMATION = (
    "http://www.npc.gov.cn/npc/c30834/202108/a8c4e3672c74491a80b53a172bb753fe.shtml"
)
