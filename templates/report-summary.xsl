<?xml version="1.0" encoding="UTF-8"?>
<!-- 一年の結果、状況、一覧、達成していない取組、財政効果。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:key name="sheets-of-policy" match="/facts/sheet" use="string(group[1]/@id)"/>
  <!-- 一年を1ページで：達成を先に、一文で -->
  <xsl:template name="summary">
    <xsl:variable name="all" select="tally[@by='all']"/>
    <xsl:variable name="title"><xsl:call-template name="summary-entry"/></xsl:variable>
    <page class="chapter" id="summary" title="{$title}">
      <xsl:call-template name="running"/>
      <h1 class="message"><xsl:for-each select="$all"><xsl:call-template name="year-message"/></xsl:for-each></h1>
      <p class="lead"><xsl:for-each select="$all"><xsl:call-template name="year-detail"/><xsl:if test="other[@n&gt;0]"><xsl:call-template name="year-others"/></xsl:if></xsl:for-each></p>
      <xsl:for-each select="change"><p class="lead"><xsl:call-template name="change-sentence"/></p></xsl:for-each>
      <xsl:if test="tally[@by='policy']"><xsl:call-template name="shares"/></xsl:if>
      <table class="tally"><caption><xsl:call-template name="counts-caption"/></caption>
        <xsl:call-template name="tally-head"/>
        <tbody><xsl:for-each select="$all"><xsl:call-template name="tally-row"/></xsl:for-each></tbody></table>
      <xsl:if test="$all/@differing&gt;0"><p class="note"><xsl:for-each select="$all"><xsl:call-template name="differing-sentence"/></xsl:for-each></p></xsl:if>
      <p class="note"><xsl:call-template name="tally-note"/></p>
      <xsl:if test="overview/*"><h2><xsl:call-template name="overview-title"/></h2><xsl:copy-of select="overview/*"/></xsl:if>
      <xsl:if test="opinion"><h2><xsl:call-template name="opinions-title"/></h2>
        <table class="opinions"><caption><xsl:call-template name="opinions-caption"/></caption>
          <thead><tr><th class="head" scope="col">意見を述べた者</th><th class="head" scope="col">意見</th><th class="head" scope="col">対応</th></tr></thead>
          <tbody><xsl:for-each select="opinion"><tr><th scope="row"><xsl:call-template name="opinion-by"/></th><td class="prose"><xsl:copy-of select="text/*"/></td><td class="prose"><xsl:copy-of select="response/*"/></td></tr></xsl:for-each></tbody></table></xsl:if>
    </page>
  </xsl:template>

  <!-- 基本方針ごとの内訳：判定の段階ごとに1つの系列、基本方針ごとに1本の帯 -->
  <xsl:template name="shares">
    <xsl:variable name="alt"><xsl:call-template name="shares-alt"/></xsl:variable>
    <figure><figcaption><xsl:call-template name="shares-caption"/></figcaption>
      <chart class="shares" kind="stacked" alt="{$alt}" name="shares">
        <xsl:for-each select="judgement/grade">
          <xsl:variable name="grade" select="@id"/>
          <series name="{@word}"><xsl:attribute name="role"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@id"/></xsl:call-template></xsl:attribute>
            <xsl:for-each select="/facts/tally[@by='policy']"><point at="{@mark}" value="{count[@grade=$grade]/@n}"><xsl:value-of select="count[@grade=$grade]/@n"/></point></xsl:for-each></series>
        </xsl:for-each>
        <xsl:variable name="others"><xsl:call-template name="others-name"/></xsl:variable>
        <series role="none" name="{$others}"><xsl:for-each select="tally[@by='policy']"><point at="{@mark}" value="{sum(other/@n)}"><xsl:value-of select="sum(other/@n)"/></point></xsl:for-each></series>
      </chart></figure>
  </xsl:template>

  <!-- 判定の段階 → 図と欄の調子 -->
  <xsl:template name="tone"><xsl:param name="grade"/><xsl:choose>
    <xsl:when test="starts-with($grade,'met') or starts-with($grade,'near') or starts-with($grade,'unmet')"><xsl:value-of select="$grade"/></xsl:when>
    <xsl:when test="$grade='not-applicable' or $grade='outside'">none</xsl:when>
    <xsl:when test="$grade='unreported'">unreported</xsl:when></xsl:choose></xsl:template>

  <!-- 件数の表。全体に1件もない区分の列は省く -->
  <xsl:template name="tally-head">
    <thead><tr><th class="head" scope="col">区分</th>
      <xsl:for-each select="/facts/tally[@by='all']/count"><th class="head" scope="col"><xsl:value-of select="@word"/></th></xsl:for-each>
      <xsl:for-each select="$others"><th class="head" scope="col"><xsl:value-of select="@word"/></th></xsl:for-each>
      <th class="head" scope="col">計</th><th class="head" scope="col">うち<xsl:call-template name="not-counted"/></th><th class="head" scope="col">達成の割合</th></tr></thead>
  </xsl:template>
  <xsl:template name="tally-row">
    <tr><th scope="row"><xsl:if test="@place"><xsl:value-of select="@place"/><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@label"/></th>
      <xsl:for-each select="count"><td><xsl:value-of select="@n"/></td></xsl:for-each>
      <xsl:for-each select="other"><xsl:if test="$others[@id=current()/@id]"><td><xsl:value-of select="@n"/></td></xsl:if></xsl:for-each>
      <td><xsl:value-of select="@initiatives"/></td><td><xsl:value-of select="@of"/></td><td class="rate"><xsl:value-of select="@met-rate"/></td></tr>
  </xsl:template>
  <xsl:template name="tallies">
    <xsl:variable name="title"><xsl:call-template name="tallies-title"/></xsl:variable>
    <page class="chapter" id="tallies" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <table class="tally"><caption><xsl:call-template name="policy-tally-caption"/></caption><xsl:call-template name="tally-head"/>
        <tbody><xsl:for-each select="tally[@by='policy' or @by='all']"><xsl:sort select="@by='all'"/><xsl:call-template name="tally-row"/></xsl:for-each></tbody></table>
      <xsl:for-each select="tally[@by='group' and not(@level=preceding-sibling::tally[@by='group']/@level)]">
        <table class="tally"><caption><xsl:call-template name="level-tally-caption"/></caption><xsl:call-template name="tally-head"/>
          <tbody><xsl:for-each select="/facts/tally[@by='group' and @level=current()/@level]"><xsl:call-template name="tally-row"/></xsl:for-each></tbody></table>
      </xsl:for-each>
      <table class="tally"><caption><xsl:call-template name="department-tally-caption"/></caption><xsl:call-template name="tally-head"/>
        <tbody><xsl:for-each select="tally[@by='department' or @by='all']"><xsl:sort select="@by='all'"/><xsl:call-template name="tally-row"/></xsl:for-each></tbody></table>
      <p class="note"><xsl:call-template name="tally-note"/></p>
    </page>
  </xsl:template>

  <!-- 年度×取組 -->
  <xsl:template name="matrix">
    <xsl:variable name="title"><xsl:call-template name="matrix-title"/></xsl:variable>
    <page class="chapter" id="matrix" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:for-each select="years/year[(position() - 1) mod $matrix-years = 0]">
        <xsl:call-template name="matrix-table-of"><xsl:with-param name="year" select="(position() - 1) * $matrix-years + 1"/></xsl:call-template>
      </xsl:for-each>
      <p class="note"><xsl:call-template name="matrix-legend"/></p>
    </page>
  </xsl:template>
  <!-- 1つの表に12年度まで。7年度からは、判定は印だけ、年度は略して示す。year：初めの年度が何番目か -->
  <xsl:variable name="matrix-years" select="ceiling($years/@count div ceiling($years/@count div 12))"/>
  <xsl:variable name="matrix-many" select="$years/@count &gt; 6"/>
  <xsl:template name="matrix-table-of"><xsl:param name="year"/>
    <xsl:variable name="shown" select="$years/year[position() &gt;= $year and position() &lt; $year + $matrix-years]"/>
    <table>
      <xsl:attribute name="class">matrix<xsl:if test="$matrix-many"> many</xsl:if></xsl:attribute>
      <caption><xsl:call-template name="matrix-caption"/></caption>
      <thead><tr>
        <th class="head" scope="col">取組</th><th class="head" scope="col">担当課</th>
        <xsl:for-each select="$shown"><xsl:choose>
          <xsl:when test="$matrix-many"><xsl:call-template name="short-year-head"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="year-head"/></xsl:otherwise>
        </xsl:choose></xsl:for-each>
      </tr></thead>
      <xsl:for-each select="/facts/sheet[@first-of-policy]">
        <tbody>
          <tr><th class="group" scope="rowgroup" colspan="{count($shown) + 2}"><xsl:call-template name="policy-heading"/></th></tr>
          <xsl:for-each select="key('sheets-of-policy', string(group[1]/@id))">
            <tr>
              <th scope="row"><a href="#{@id}"><xsl:value-of select="@code"/><xsl:text>　</xsl:text><xsl:value-of select="name"/></a></th>
              <td><xsl:value-of select="department"/></td>
              <xsl:for-each select="year[position() &gt;= $year and position() &lt; $year + $matrix-years]"><xsl:call-template name="report-matrix-cell"/></xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </xsl:for-each>
    </table>
  </xsl:template>
  <xsl:template name="short-year-head">
    <th scope="col"><xsl:attribute name="class">head<xsl:if test="@n=$report/@year"> now</xsl:if></xsl:attribute><abbr title="{@label}"><xsl:value-of select="@short"/></abbr></th>
  </xsl:template>
  <xsl:template name="report-matrix-cell">
    <xsl:variable name="tone"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@grade"/></xsl:call-template></xsl:variable>
    <td class="{normalize-space(concat('mark ', $tone))}"><xsl:choose>
      <xsl:when test="@due and $matrix-many"><abbr title="{@word}"><xsl:value-of select="@shape"/></abbr></xsl:when>
      <xsl:when test="@due"><xsl:value-of select="@shape"/><xsl:value-of select="@word"/></xsl:when>
      <xsl:when test="@n &lt;= $report/@year and $matrix-many"><abbr><xsl:attribute name="title"><xsl:call-template name="none-word"/></xsl:attribute>—</abbr></xsl:when>
      <xsl:when test="@n &lt;= $report/@year">—<xsl:call-template name="none-word"/></xsl:when>
    </xsl:choose></td>
  </xsl:template>

  <!-- 達成していない取組：要因と次の取組を全て -->
  <xsl:template name="late">
    <xsl:variable name="title"><xsl:call-template name="late-title"/></xsl:variable>
    <page class="chapter" id="late" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <xsl:choose><xsl:when test="late">
        <p><xsl:call-template name="late-lead"/></p>
        <table class="late"><caption><xsl:call-template name="late-caption"/></caption>
          <thead><tr><th class="head" scope="col">取組</th><th class="head" scope="col">判定</th><th class="head" scope="col">目標と実績</th><th class="head" scope="col">要因</th><th class="head" scope="col">次の取組</th></tr></thead>
          <tbody><xsl:for-each select="late"><tr>
            <th scope="row"><p><a href="#{@id}"><xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></a></p><p><xsl:value-of select="@department"/></p></th>
            <td><p><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></p><xsl:if test="@years-late&gt;0"><p><xsl:call-template name="years-late"/></p></xsl:if></td>
            <td><p>目標：<xsl:value-of select="@target"/></p><xsl:if test="@actual"><p>実績：<xsl:value-of select="@actual"/></p></xsl:if><xsl:if test="@short-of"><p>不足：<xsl:value-of select="@distance"/></p></xsl:if></td>
            <td><xsl:call-template name="blocks-or-none"><xsl:with-param name="of" select="year-field[@id='reason']"/></xsl:call-template></td>
            <td><xsl:call-template name="blocks-or-none"><xsl:with-param name="of" select="year-field[@id='next']"/></xsl:call-template></td>
          </tr></xsl:for-each></tbody></table>
      </xsl:when><xsl:otherwise><p><xsl:call-template name="late-none"/></p></xsl:otherwise></xsl:choose>
    </page>
  </xsl:template>
  <xsl:template name="blocks-or-none"><xsl:param name="of"/><xsl:choose><xsl:when test="$of/*"><xsl:copy-of select="$of/*"/></xsl:when><xsl:otherwise><p><xsl:call-template name="no-reason"/></p></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template name="effects">
    <xsl:variable name="title"><xsl:call-template name="effects-title"/></xsl:variable>
    <page class="chapter" id="effects" title="{$title}">
      <xsl:call-template name="running"/>
      <h1><xsl:value-of select="$title"/></h1>
      <p><xsl:call-template name="effects-lead"/></p>
      <xsl:if test="effect"><table class="effects"><caption><xsl:call-template name="effects-caption"/></caption>
        <thead><tr><th class="head" scope="col">区分</th><th class="head" scope="col">見込み</th><th class="head" scope="col">効果額</th><th class="head" scope="col">費用</th><th class="head" scope="col">純効果額</th><th class="head" scope="col">計画期間の累計</th></tr></thead>
        <tbody><xsl:for-each select="effect"><tr><th scope="row"><xsl:value-of select="@category"/></th><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@planned-text"/></xsl:call-template></td><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@yearly-text"/></xsl:call-template></td><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@cost-text"/></xsl:call-template></td><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@net-text"/></xsl:call-template></td><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@cumulative-text"/></xsl:call-template></td></tr></xsl:for-each></tbody></table></xsl:if>
      <xsl:if test="sheet/effect"><table class="effect-rows"><caption><xsl:call-template name="effect-rows-caption"/></caption>
        <thead><tr><th class="head" scope="col">取組</th><th class="head" scope="col">区分</th><th class="head" scope="col">見込み</th><th class="head" scope="col">効果額</th><th class="head" scope="col">費用</th><th class="head" scope="col">純効果額</th><th class="head" scope="col">算定の方法</th></tr></thead>
        <tbody><xsl:for-each select="sheet/effect"><tr><th scope="row"><xsl:value-of select="../@code"/><xsl:text> </xsl:text><xsl:value-of select="../name"/></th><td><xsl:value-of select="@category"/>（<xsl:value-of select="@kind-word"/>）</td><td class="num"><xsl:call-template name="signed"><xsl:with-param name="text" select="@planned-text"/></xsl:call-template></td><td class="num"><xsl:call-template name="signed"><xsl:with-param name="text" select="@amount-text"/></xsl:call-template></td><td class="num"><xsl:call-template name="signed"><xsl:with-param name="text" select="@cost-text"/></xsl:call-template></td><td class="num"><xsl:call-template name="signed"><xsl:with-param name="text" select="@net-text"/></xsl:call-template></td><td><xsl:value-of select="@rule"/></td></tr></xsl:for-each></tbody></table></xsl:if>
    </page>
  </xsl:template>
</xsl:stylesheet>
