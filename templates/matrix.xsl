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
  <!-- 年度が多ければ、欄を狭くして判定を略す。12年度を超えると、年度を分けて別の1枚とする（年度の数はそろえる） -->
  <xsl:variable name="many" select="$years/@count &gt; 6"/>
  <xsl:variable name="years-per" select="ceiling($years/@count div ceiling($years/@count div 12))"/>

  <xsl:template match="/facts">
    <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
    <document lang="{@lang}" title="{$title}" author="{plan/@municipality}" class="matrix">
      <xsl:for-each select="sheet[position() mod $page-most = 1]">
        <xsl:variable name="first" select="(position() - 1) * $page-most + 1"/>
        <xsl:for-each select="$years/year[(position() - 1) mod $years-per = 0]">
          <xsl:call-template name="matrix-page">
            <xsl:with-param name="first" select="$first"/>
            <xsl:with-param name="year" select="(position() - 1) * $years-per + 1"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:for-each>
    </document>
  </xsl:template>
  <xsl:template name="document-title"><xsl:call-template name="matrix-document-title"/></xsl:template>

  <!-- 1枚。first：初めの取組が何番目か、year：初めの年度が何番目か -->
  <xsl:template name="matrix-page"><xsl:param name="first"/><xsl:param name="year"/>
    <xsl:variable name="left" select="$rows - $first + 1"/>
    <xsl:variable name="n"><xsl:choose><xsl:when test="$left &gt; $page-most"><xsl:value-of select="$page-most"/></xsl:when><xsl:otherwise><xsl:value-of select="$left"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="message"><xsl:for-each select="/facts/tally[@by='all']"><xsl:call-template name="matrix-message"/></xsl:for-each><xsl:if test="$rows &gt; $page-most"><xsl:call-template name="matrix-part"><xsl:with-param name="first" select="$first"/><xsl:with-param name="last" select="$first + $n - 1"/></xsl:call-template></xsl:if><xsl:if test="$years-per &lt; $years/@count"><xsl:call-template name="between-years"><xsl:with-param name="of" select="$years/year[position() &gt;= $year and position() &lt; $year + $years-per]"/></xsl:call-template></xsl:if></xsl:variable>
    <page title="{$message}">
      <xsl:attribute name="class">overview<xsl:if test="$n &gt; $large-most"> dense</xsl:if><xsl:if test="$n &gt; $panel-most"> panels</xsl:if></xsl:attribute>
      <footer><p class="footer"><xsl:call-template name="matrix-footer"/></p></footer>
      <xsl:call-template name="marks"/>
      <h1><xsl:value-of select="$message"/></h1>
      <div class="columns">
        <xsl:choose>
          <xsl:when test="$n &gt; $panel-most">
            <xsl:variable name="split"><xsl:call-template name="split-of"><xsl:with-param name="first" select="$first"/><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:variable>
            <xsl:call-template name="panel"><xsl:with-param name="from" select="$first"/><xsl:with-param name="to" select="$split"/><xsl:with-param name="year" select="$year"/><xsl:with-param name="narrow" select="true()"/></xsl:call-template>
            <xsl:call-template name="panel"><xsl:with-param name="from" select="$split + 1"/><xsl:with-param name="to" select="$first + $n - 1"/><xsl:with-param name="year" select="$year"/><xsl:with-param name="narrow" select="true()"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="panel"><xsl:with-param name="from" select="$first"/><xsl:with-param name="to" select="$first + $n - 1"/><xsl:with-param name="year" select="$year"/><xsl:with-param name="narrow" select="false()"/></xsl:call-template></xsl:otherwise>
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

  <!-- 取組fromからtoまで、year番目からの年度の表。narrow：狭い列では担当課を省き、判定を2字（年度が多ければ印だけ）にする -->
  <xsl:template name="panel"><xsl:param name="from"/><xsl:param name="to"/><xsl:param name="year"/><xsl:param name="narrow"/>
    <xsl:variable name="of" select="/facts/sheet[position() &gt;= $from and position() &lt;= $to]"/>
    <xsl:variable name="shown" select="$years/year[position() &gt;= $year and position() &lt; $year + $years-per]"/>
    <xsl:variable name="short" select="$narrow or $many"/>
    <xsl:variable name="sign" select="$narrow and $many"/>
    <div><table>
      <xsl:attribute name="class">matrix<xsl:if test="$many"> many</xsl:if></xsl:attribute>
      <caption><xsl:call-template name="panel-caption"><xsl:with-param name="from" select="$of[1]/@code"/><xsl:with-param name="to" select="$of[last()]/@code"/></xsl:call-template></caption>
      <thead><tr>
        <th class="head" scope="col">取組</th>
        <xsl:if test="not($narrow)"><th class="head" scope="col">担当課</th></xsl:if>
        <xsl:for-each select="$shown"><xsl:call-template name="matrix-year-head"><xsl:with-param name="short" select="$short"/></xsl:call-template></xsl:for-each>
      </tr></thead>
      <xsl:for-each select="$of[@first-of-policy or position()=1]">
        <xsl:variable name="policy" select="string(group[1]/@id)"/>
        <tbody>
          <tr><th class="group" scope="rowgroup" colspan="{count($shown) + 2 - $narrow}"><xsl:call-template name="policy-heading"/><xsl:if test="not(@first-of-policy)"><xsl:call-template name="continued-word"/></xsl:if></th></tr>
          <xsl:for-each select="$of[string(group[1]/@id)=$policy]"><tr>
            <th scope="row"><xsl:value-of select="@code"/><xsl:text>　</xsl:text><xsl:value-of select="name"/></th>
            <xsl:if test="not($narrow)"><td><xsl:value-of select="department"/></td></xsl:if>
            <xsl:for-each select="year[position() &gt;= $year and position() &lt; $year + $years-per]">
              <xsl:call-template name="matrix-cell"><xsl:with-param name="short" select="$short"/><xsl:with-param name="sign" select="$sign"/></xsl:call-template>
            </xsl:for-each>
          </tr></xsl:for-each>
        </tbody>
      </xsl:for-each>
    </table></div>
  </xsl:template>

  <xsl:template name="matrix-year-head"><xsl:param name="short"/><th scope="col"><xsl:attribute name="class">head<xsl:if test="@n=$report/@year"> now</xsl:if></xsl:attribute>
    <xsl:choose><xsl:when test="$short"><abbr title="{@label}"><xsl:value-of select="@short"/></abbr></xsl:when><xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise></xsl:choose></th></xsl:template>

  <!-- 1つの取組の1つの年度：形と言葉（shortは2字、signは形だけ）。まだ来ていない年度は空欄。文脈：sheet/year -->
  <xsl:template name="matrix-cell"><xsl:param name="short"/><xsl:param name="sign" select="false()"/>
    <xsl:variable name="tone"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@grade"/></xsl:call-template></xsl:variable>
    <td class="{normalize-space(concat('mark ', $tone))}"><xsl:choose>
      <xsl:when test="@due and $sign"><abbr title="{@word}"><xsl:value-of select="@shape"/></abbr></xsl:when>
      <xsl:when test="@due and $short"><xsl:value-of select="@shape"/><abbr title="{@word}"><xsl:value-of select="substring(@word, 1, 2)"/></abbr></xsl:when>
      <xsl:when test="@due"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></xsl:when>
      <xsl:when test="@n &lt;= $report/@year and $sign"><abbr title="対象外">—</abbr></xsl:when>
      <xsl:when test="@n &lt;= $report/@year and $short">—<abbr title="対象外"><xsl:value-of select="substring('対象外', 1, 2)"/></abbr></xsl:when>
      <xsl:when test="@n &lt;= $report/@year">— <xsl:call-template name="none-word"/></xsl:when></xsl:choose></td></xsl:template>

  <!-- 右の列：年度ごとの数と、判定の読み方 -->
  <xsl:template name="side">
    <div>
      <xsl:choose>
        <xsl:when test="$many"><xsl:call-template name="side-by-year"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="side-by-grade"/></xsl:otherwise>
      </xsl:choose>
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
  <!-- 判定が行、年度が列。年度が多ければ、年度が行、判定の印が列 -->
  <xsl:template name="side-by-grade">
      <table class="tally"><caption><xsl:call-template name="year-tally-caption"/></caption>
        <thead><tr><th class="head" scope="col">判定</th><xsl:for-each select="/facts/year-tally"><xsl:call-template name="matrix-year-head"><xsl:with-param name="short" select="true()"/></xsl:call-template></xsl:for-each></tr></thead>
        <tbody>
          <xsl:for-each select="$judgement/grade"><xsl:variable name="id" select="@id"/><tr><th scope="row"><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></th><xsl:for-each select="/facts/year-tally"><td><xsl:value-of select="count[@grade=$id]/@n"/></td></xsl:for-each></tr></xsl:for-each>
          <xsl:for-each select="/facts/outcomes/outcome"><xsl:variable name="id" select="@id"/><xsl:if test="/facts/year-tally/other[@id=$id and @n&gt;0]"><tr><th scope="row"><xsl:value-of select="@mark"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></th><xsl:for-each select="/facts/year-tally"><td><xsl:value-of select="other[@id=$id]/@n"/></td></xsl:for-each></tr></xsl:if></xsl:for-each>
          <tr><th scope="row"><xsl:call-template name="sum-word"/></th><xsl:for-each select="/facts/year-tally"><td><xsl:value-of select="@initiatives"/></td></xsl:for-each></tr>
        </tbody></table>
  </xsl:template>
  <xsl:template name="side-by-year">
    <xsl:variable name="outcomes-met" select="/facts/outcomes/outcome[@id=/facts/year-tally/other[@n&gt;0]/@id]"/>
    <table class="tally by-year">
      <caption><xsl:call-template name="year-tally-caption"/></caption>
      <thead><tr>
        <th class="head" scope="col">年度</th>
        <xsl:for-each select="$judgement/grade"><th class="head" scope="col"><abbr title="{@word}"><xsl:value-of select="@shape"/></abbr></th></xsl:for-each>
        <xsl:for-each select="$outcomes-met"><th class="head" scope="col"><abbr title="{@word}"><xsl:value-of select="@mark"/></abbr></th></xsl:for-each>
        <th class="head" scope="col"><xsl:call-template name="sum-word"/></th>
      </tr></thead>
      <tbody>
        <xsl:for-each select="/facts/year-tally">
          <xsl:variable name="tally" select="."/>
          <tr>
            <th scope="row"><abbr title="{@label}"><xsl:value-of select="@short"/></abbr></th>
            <xsl:for-each select="$judgement/grade"><td><xsl:value-of select="$tally/count[@grade=current()/@id]/@n"/></td></xsl:for-each>
            <xsl:for-each select="$outcomes-met"><td><xsl:value-of select="$tally/other[@id=current()/@id]/@n"/></td></xsl:for-each>
            <td><xsl:value-of select="@initiatives"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
