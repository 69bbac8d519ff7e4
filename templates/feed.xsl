<?xml version="1.0" encoding="UTF-8"?>
<!-- 事実から更新情報（Atom、RFC 4287）へ：計画の公表、年度の評価報告書の公表、訂正。idの中身は項目の名前で、プログラムが世界に1つの番号に替える。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/Atom">
  <xsl:import href="wording.xsl"/>
  <xsl:import href="wording-site.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:variable name="plan" select="/facts/plan"/>

  <xsl:template match="/facts">
    <feed xml:lang="{@lang}">
      <title><xsl:call-template name="feed-title"/></title>
      <id>feed</id>
      <updated><xsl:call-template name="feed-time"><xsl:with-param name="date" select="dates[@of='all']/@updated"/></xsl:call-template></updated>
      <author><name><xsl:value-of select="plan/@municipality"/></name></author>
      <link rel="self" type="application/atom+xml" href="feed.xml"/>
      <link rel="alternate" type="text/html" href="index.html"/>
      <xsl:for-each select="correction[@on]"><xsl:sort select="@on" order="descending"/>
        <entry>
          <title><xsl:call-template name="feed-correction"/></title>
          <id>correction/<xsl:value-of select="concat(@on, '/', @ref, '/', @field, '/', @indicator, '/', @year, '/', wrong, '/', right)"/></id>
          <updated><xsl:call-template name="feed-time"><xsl:with-param name="date" select="@on"/></xsl:call-template></updated>
          <link rel="alternate" type="text/html" href="changes.html"/>
          <summary><xsl:call-template name="feed-correction-summary"/></summary>
        </entry>
      </xsl:for-each>
      <xsl:for-each select="results[@published]"><xsl:sort select="@year" order="descending"/>
        <entry>
          <title><xsl:call-template name="feed-published"/></title>
          <id>report/<xsl:value-of select="@year"/></id>
          <updated><xsl:call-template name="feed-time"><xsl:with-param name="date" select="@published"/></xsl:call-template></updated>
          <link rel="alternate" type="text/html" href="results.html"/>
          <xsl:if test="/facts/plan/@actuals-sample"><summary><xsl:call-template name="report-sample-mark"/></summary></xsl:if>
        </entry>
      </xsl:for-each>
    </feed>
  </xsl:template>
  <!-- 日付だけが決まっているので、その日の初め（日本時間）とする -->
  <xsl:template name="feed-time"><xsl:param name="date"/><xsl:value-of select="concat($date, 'T00:00:00+09:00')"/></xsl:template>
</xsl:stylesheet>
