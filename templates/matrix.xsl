<?xml version="1.0" encoding="UTF-8"?>
<!-- 事実から一覧（A3横の1枚）へ：全ての取組×全ての年度の判定。60件までは1列、120件までは左右2列、それを超えると120件ごとに1枚とする。
     事実と部品は評価報告書（report.xsl）と同じ。言葉はwording-matrix.xsl。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="report.xsl"/>
  <xsl:import href="wording-matrix.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <!-- 1列に並べる数、大きな字で並べる数、1枚に並べる数 -->
  <xsl:variable name="panel-most" select="60"/>
  <xsl:variable name="large-most" select="36"/>
  <xsl:variable name="page-most" select="2 * $panel-most"/>
  <xsl:variable name="rows" select="count(/facts/sheet)"/>

  <xsl:template match="/facts">
    <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
    <document lang="{@lang}" title="{$title}" author="{plan/@municipality}" class="matrix">
      <xsl:for-each select="sheet[position() mod $page-most = 1]">
        <xsl:call-template name="matrix-page"><xsl:with-param name="first" select="(position() - 1) * $page-most + 1"/></xsl:call-template>
      </xsl:for-each>
    </document>
  </xsl:template>
  <xsl:template name="document-title"><xsl:call-template name="matrix-document-title"/></xsl:template>

  <!-- 1枚。first：初めの取組が何番目か -->
  <xsl:template name="matrix-page"><xsl:param name="first"/>
    <xsl:variable name="left" select="$rows - $first + 1"/>
    <xsl:variable name="n"><xsl:choose><xsl:when test="$left &gt; $page-most"><xsl:value-of select="$page-most"/></xsl:when><xsl:otherwise><xsl:value-of select="$left"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="message"><xsl:for-each select="/facts/tally[@by='all']"><xsl:call-template name="matrix-message"/></xsl:for-each><xsl:if test="$rows &gt; $page-most"><xsl:call-template name="matrix-part"><xsl:with-param name="first" select="$first"/><xsl:with-param name="last" select="$first + $n - 1"/></xsl:call-template></xsl:if></xsl:variable>
    <page title="{$message}">
      <xsl:attribute name="class">overview<xsl:if test="$n &gt; $large-most"> dense</xsl:if><xsl:if test="$n &gt; $panel-most"> panels</xsl:if></xsl:attribute>
      <footer><p class="footer"><xsl:call-template name="matrix-footer"/></p></footer>
      <xsl:call-template name="marks"/>
      <h1><xsl:value-of select="$message"/></h1>
      <div class="columns">
        <xsl:choose>
          <xsl:when test="$n &gt; $panel-most">
            <xsl:variable name="split"><xsl:call-template name="split-of"><xsl:with-param name="first" select="$first"/><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:variable>
            <xsl:call-template name="panel"><xsl:with-param name="from" select="$first"/><xsl:with-param name="to" select="$split"/><xsl:with-param name="short" select="true()"/></xsl:call-template>
            <xsl:call-template name="panel"><xsl:with-param name="from" select="$split + 1"/><xsl:with-param name="to" select="$first + $n - 1"/><xsl:with-param name="short" select="true()"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="panel"><xsl:with-param name="from" select="$first"/><xsl:with-param name="to" select="$first + $n - 1"/><xsl:with-param name="short" select="false()"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="side"/>
      </div>
    </page>
  </xsl:template>

  <!-- 左の列の終わり：半分の前後4件に基本方針の終わりがあれば、そこ。なければ半分 -->
  <xsl:template name="split-of"><xsl:param name="first"/><xsl:param name="n"/>
    <xsl:variable name="half" select="$first - 1 + ceiling($n div 2)"/>
    <xsl:variable name="near"><xsl:for-each select="/facts/sheet[@first-of-policy and position() &gt; $half - 4 and position() &lt;= $half + 5 and position() &gt; $first + $n - 1 - $panel-most and position() &lt;= $first + $panel-most]">
      <xsl:sort select="($half - count(preceding-sibling::sheet)) * ($half - count(preceding-sibling::sheet))" data-type="number"/>
      <xsl:if test="position()=1"><xsl:value-of select="count(preceding-sibling::sheet)"/></xsl:if></xsl:for-each></xsl:variable>
    <xsl:choose><xsl:when test="string($near)"><xsl:value-of select="$near"/></xsl:when><xsl:otherwise><xsl:value-of select="$half"/></xsl:otherwise></xsl:choose></xsl:template>

  <!-- 取組fromからtoまでの表。short：狭い列では担当課を省き、判定を2字にする -->
  <xsl:template name="panel"><xsl:param name="from"/><xsl:param name="to"/><xsl:param name="short"/>
    <xsl:variable name="of" select="/facts/sheet[position() &gt;= $from and position() &lt;= $to]"/>
    <div><table class="matrix">
      <caption><xsl:call-template name="panel-caption"><xsl:with-param name="from" select="$of[1]/@ref"/><xsl:with-param name="to" select="$of[last()]/@ref"/></xsl:call-template></caption>
      <thead><tr><th class="head" scope="col">取組</th><xsl:if test="not($short)"><th class="head" scope="col">担当課</th></xsl:if>
        <xsl:for-each select="$years"><xsl:for-each select="year"><xsl:call-template name="matrix-year-head"><xsl:with-param name="short" select="$short"/></xsl:call-template></xsl:for-each></xsl:for-each></tr></thead>
      <xsl:for-each select="$of[@first-of-policy or position()=1]">
        <xsl:variable name="policy" select="policy/@number"/>
        <tbody><tr><th class="group" scope="rowgroup" colspan="{$years/@count + 2 - $short}"><xsl:call-template name="policy-heading"/><xsl:if test="not(@first-of-policy)"><xsl:call-template name="continued-word"/></xsl:if></th></tr>
          <xsl:for-each select="$of[policy/@number=$policy]"><tr>
            <th scope="row"><xsl:value-of select="@ref"/><xsl:text>　</xsl:text><xsl:value-of select="name"/></th>
            <xsl:if test="not($short)"><td><xsl:value-of select="department"/></td></xsl:if>
            <xsl:for-each select="year"><xsl:call-template name="matrix-cell"><xsl:with-param name="short" select="$short"/></xsl:call-template></xsl:for-each></tr></xsl:for-each></tbody>
      </xsl:for-each></table></div>
  </xsl:template>

  <xsl:template name="matrix-year-head"><xsl:param name="short"/><th scope="col"><xsl:attribute name="class">head<xsl:if test="@n=$report/@year"> now</xsl:if></xsl:attribute>
    <xsl:choose><xsl:when test="$short"><abbr title="{@label}"><xsl:value-of select="@short"/></abbr></xsl:when><xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise></xsl:choose></th></xsl:template>

  <!-- 1つの取組の1つの年度：形と言葉。まだ来ていない年度は空欄。文脈：sheet/year -->
  <xsl:template name="matrix-cell"><xsl:param name="short"/>
    <xsl:variable name="tone"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@grade"/></xsl:call-template></xsl:variable>
    <td class="{normalize-space(concat('mark ', $tone))}"><xsl:choose>
      <xsl:when test="@due and $short"><xsl:value-of select="@shape"/><abbr title="{@word}"><xsl:value-of select="substring(@word, 1, 2)"/></abbr></xsl:when>
      <xsl:when test="@due"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></xsl:when>
      <xsl:when test="@n &lt;= $report/@year and $short">—<abbr title="対象外"><xsl:value-of select="substring('対象外', 1, 2)"/></abbr></xsl:when>
      <xsl:when test="@n &lt;= $report/@year">— <xsl:call-template name="none-word"/></xsl:when></xsl:choose></td></xsl:template>

  <!-- 右の列：年度ごとの数と、判定の読み方 -->
  <xsl:template name="side">
    <div>
      <table class="tally"><caption><xsl:call-template name="year-tally-caption"/></caption>
        <thead><tr><th class="head" scope="col">判定</th><xsl:for-each select="/facts/year-tally"><xsl:call-template name="matrix-year-head"><xsl:with-param name="short" select="true()"/></xsl:call-template></xsl:for-each></tr></thead>
        <tbody>
          <xsl:for-each select="$judgement/grade"><xsl:variable name="id" select="@id"/><tr><th scope="row"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></th><xsl:for-each select="/facts/year-tally"><td><xsl:value-of select="count[@grade=$id]/@n"/></td></xsl:for-each></tr></xsl:for-each>
          <xsl:for-each select="/facts/outcomes/outcome"><xsl:variable name="id" select="@id"/><xsl:if test="/facts/year-tally/other[@id=$id and @n&gt;0]"><tr><th scope="row"><xsl:value-of select="@mark"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></th><xsl:for-each select="/facts/year-tally"><td><xsl:value-of select="other[@id=$id]/@n"/></td></xsl:for-each></tr></xsl:if></xsl:for-each>
          <tr><th scope="row"><xsl:call-template name="sum-word"/></th><xsl:for-each select="/facts/year-tally"><td><xsl:value-of select="@initiatives"/></td></xsl:for-each></tr>
        </tbody></table>
      <p class="note"><xsl:for-each select="/facts/tally[@by='all']"><xsl:call-template name="matrix-detail"/></xsl:for-each></p>
      <xsl:for-each select="/facts/change"><p class="note"><xsl:call-template name="change-sentence"/></p></xsl:for-each>
      <table class="legend"><caption><xsl:call-template name="matrix-rules-caption"/></caption>
        <thead><tr><th class="head" scope="col">記号</th><th class="head" scope="col">意味</th></tr></thead>
        <tbody>
          <xsl:for-each select="$judgement/grade"><tr><th scope="row"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></th><td><xsl:call-template name="matrix-rule"/></td></tr></xsl:for-each>
          <xsl:for-each select="/facts/outcomes/outcome"><xsl:if test="/facts/year-tally/other[@id=current()/@id and @n&gt;0]"><tr><th scope="row"><xsl:value-of select="@mark"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></th><td><xsl:call-template name="outcome-meaning"/></td></tr></xsl:if></xsl:for-each>
        </tbody></table>
      <p class="note"><xsl:call-template name="matrix-note"/></p>
    </div>
  </xsl:template>
</xsl:stylesheet>
