<?xml version="1.0" encoding="UTF-8"?>
<!-- どのページにもあるもの（題、案内、パンくず、日付、問い合わせ先）と、幾つかのページで使う部品（判定の印、件数、一覧の表、図）。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- 紙の資料と、オープンデータのファイル -->
  <xsl:variable name="papers" select="/facts/download[not(starts-with(@path, 'data/'))]"/>
  <xsl:variable name="data-files" select="/facts/download[starts-with(@path, 'data/')]"/>

  <!-- ===== ページの形 ===== -->
  <!-- 題は「このページ｜計画名｜市の名前」 -->
  <xsl:template name="page-attributes"><xsl:param name="own"/><xsl:param name="about" select="$own"/>
    <xsl:attribute name="title"><xsl:value-of select="$own"/><xsl:value-of select="$page-title-end"/></xsl:attribute>
    <xsl:attribute name="description"><xsl:value-of select="$about"/></xsl:attribute>
  </xsl:template>
  <!-- どのページでも同じもの。1度だけ作り、ページごとに写す -->
  <xsl:variable name="head">
    <p class="skip"><a href="#main"><xsl:call-template name="skip-words"/></a></p>
    <header>
      <p class="city"><xsl:value-of select="$plan/@municipality"/></p>
      <p class="name"><a href="#index"><xsl:value-of select="$site-name"/></a></p>
      <nav class="site"><xsl:attribute name="label"><xsl:call-template name="site-nav-label"/></xsl:attribute><ul>
        <li><a href="#results"><xsl:call-template name="nav-results"/></a></li>
        <li><a href="#initiatives"><xsl:call-template name="nav-list"/></a></li>
        <li><a href="#departments"><xsl:call-template name="nav-offices"/></a></li>
        <li><a href="#rules"><xsl:call-template name="nav-rules"/></a></li>
        <li><a href="#data"><xsl:call-template name="nav-data"/></a></li>
      </ul></nav>
    </header>
  </xsl:variable>
  <xsl:variable name="first-crumb"><li><a href="#index"><xsl:call-template name="start-title"/></a></li></xsl:variable>
  <xsl:variable name="page-marks"><xsl:call-template name="marks"/></xsl:variable>
  <xsl:variable name="crumbs-label"><xsl:call-template name="crumbs-label"/></xsl:variable>
  <xsl:variable name="contents-label"><xsl:call-template name="contents-label"/></xsl:variable>
  <xsl:variable name="page-title-end">｜<xsl:value-of select="$site-name"/>｜<xsl:value-of select="$plan/@municipality"/></xsl:variable>
  <!-- upは間の段（li） -->
  <xsl:template name="crumbs"><xsl:param name="here"/><xsl:param name="up" select="/.."/>
    <nav class="crumbs" label="{$crumbs-label}"><ol><xsl:copy-of select="$first-crumb"/><xsl:copy-of select="$up"/><li><xsl:value-of select="$here"/></li></ol></nav>
    <xsl:copy-of select="$page-marks"/>
  </xsl:template>
  <!-- 文脈：日付を持つもの（sheet、policy、office、dates） -->
  <xsl:template name="page-dates"><p class="dates"><span><xsl:call-template name="published-words"/><time datetime="{@published}"><xsl:value-of select="@published-text"/></time></span><xsl:text> </xsl:text><span><xsl:call-template name="updated-words"/><time datetime="{@updated}"><xsl:value-of select="@updated-text"/></time></span></p></xsl:template>

  <xsl:variable name="foot">
    <xsl:for-each select="$contact"><xsl:call-template name="contact-box"/></xsl:for-each>
    <footer>
      <nav class="links"><xsl:attribute name="label"><xsl:call-template name="foot-nav-label"/></xsl:attribute><ul>
        <li><a href="#index"><xsl:call-template name="start-title"/></a></li>
        <xsl:if test="/facts/chapter"><li><a href="#plan"><xsl:call-template name="plan-title"/></a></li></xsl:if>
        <xsl:call-template name="back-entries"/>
      </ul></nav>
      <p class="publisher"><xsl:value-of select="$plan/@municipality"/></p>
    </footer>
  </xsl:variable>
  <xsl:template name="back-entries">
    <li><a href="#rules"><xsl:call-template name="rules-title"/></a></li>
    <li><a href="#changes"><xsl:call-template name="changes-title"/></a></li>
    <li><a href="#data"><xsl:call-template name="data-title"/></a></li>
    <li><a href="#glossary"><xsl:call-template name="glossary-title"/></a></li>
    <li><a href="#accessibility"><xsl:call-template name="accessibility-title"/></a></li>
  </xsl:template>
  <xsl:template name="contact-box"><section class="contact">
    <h2><xsl:call-template name="contact-title"/></h2>
    <xsl:if test="@department"><p class="who"><xsl:value-of select="@department"/></p></xsl:if>
    <xsl:if test="@address"><p><xsl:value-of select="@address"/></p></xsl:if>
    <xsl:if test="@tel or @fax or @mail or @form"><ul>
      <xsl:if test="@tel"><li><xsl:call-template name="tel-words"/><xsl:call-template name="tel"/></li></xsl:if>
      <xsl:if test="@fax"><li><xsl:call-template name="fax-words"/><xsl:value-of select="@fax"/></li></xsl:if>
      <xsl:if test="@mail"><li><xsl:call-template name="mail-words"/><a href="mailto:{@mail}"><xsl:value-of select="@mail"/></a></li></xsl:if>
      <xsl:if test="@form"><li><a href="{@form}"><xsl:call-template name="form-words"/></a></li></xsl:if>
    </ul></xsl:if>
  </section></xsl:template>
  <!-- 数字だけの電話番号は、押してかけられる。文脈：telを持つもの -->
  <xsl:template name="tel"><xsl:choose>
    <xsl:when test="translate(@tel, '0123456789-', '')=''"><a href="tel:{@tel}"><xsl:value-of select="@tel"/></a></xsl:when>
    <xsl:otherwise><xsl:value-of select="@tel"/></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="download-link"><a href="file:{@path}"><xsl:call-template name="download-words"/></a></xsl:template>

  <!-- ===== 判定 ===== -->
  <!-- 色、形、言葉の3つで示す。文脈：grade、word、shapeを持つもの -->
  <xsl:template name="standing"><xsl:param name="more"/><span><xsl:attribute name="class">grade<xsl:call-template name="tone-class"/><xsl:if test="$more"><xsl:text> </xsl:text><xsl:value-of select="$more"/></xsl:if></xsl:attribute><span class="shape"><xsl:value-of select="@shape"/></span><xsl:value-of select="@word"/></span></xsl:template>
  <xsl:template name="tone-class"><xsl:param name="grade" select="@grade"/><xsl:choose>
    <xsl:when test="starts-with($grade, 'met') or starts-with($grade, 'near') or starts-with($grade, 'unmet')"><xsl:value-of select="concat(' ', $grade)"/></xsl:when>
    <xsl:otherwise> other</xsl:otherwise></xsl:choose></xsl:template>
  <!-- 前の年度の判定。文脈：previous-gradeなどを持つもの -->
  <xsl:template name="previous-standing"><span><xsl:attribute name="class">grade<xsl:call-template name="tone-class"><xsl:with-param name="grade" select="@previous-grade"/></xsl:call-template></xsl:attribute><span class="shape"><xsl:value-of select="@previous-shape"/></span><xsl:value-of select="@previous-word"/></span></xsl:template>
  <!-- 印だけの欄。言葉は読み上げのために添える -->
  <xsl:template name="symbol"><abbr title="{@word}"><xsl:value-of select="@shape"/></abbr></xsl:template>

  <!-- 判定ごとの件数と割合。文脈：tally -->
  <xsl:template name="score"><ul class="score">
    <xsl:for-each select="count"><li><xsl:attribute name="class">tile<xsl:call-template name="tone-class"/></xsl:attribute><span class="label"><span class="shape"><xsl:value-of select="$judgement/grade[@id=current()/@grade]/@shape"/></span><xsl:value-of select="@word"/></span><xsl:text> </xsl:text><span class="count"><strong><xsl:value-of select="@n"/></strong><xsl:call-template name="things"/></span><xsl:if test="@rate"><xsl:text> </xsl:text><span class="rate"><xsl:value-of select="@rate"/></span></xsl:if></li></xsl:for-each>
    <li class="tile other"><span class="label"><xsl:call-template name="others-name"/></span><xsl:text> </xsl:text><span class="count"><strong><xsl:value-of select="sum(other/@n)"/></strong><xsl:call-template name="things"/></span></li>
  </ul></xsl:template>
  <!-- 同じものを一行で。1件もない区分は省く -->
  <xsl:template name="counts-line"><p class="counts"><xsl:for-each select="count[@n&gt;0]"><span><xsl:attribute name="class">grade<xsl:call-template name="tone-class"/></xsl:attribute><span class="shape"><xsl:value-of select="$judgement/grade[@id=current()/@grade]/@shape"/></span><xsl:value-of select="@word"/><xsl:text> </xsl:text><xsl:value-of select="@n"/></span><xsl:text> </xsl:text></xsl:for-each><xsl:for-each select="other[@n&gt;0]"><span class="grade other"><span class="shape"><xsl:value-of select="$outcomes[@id=current()/@id]/@mark"/></span><xsl:value-of select="@word"/><xsl:text> </xsl:text><xsl:value-of select="@n"/></span><xsl:text> </xsl:text></xsl:for-each></p></xsl:template>

  <!-- 年度の推移：年度ごとに1本の帯。tallies：年度順のresults/tally -->
  <xsl:template name="years-figure"><xsl:param name="tallies"/><xsl:param name="caption"/>
    <figure><figcaption><xsl:value-of select="$caption"/></figcaption>
      <chart class="shares" kind="stacked"><xsl:attribute name="alt"><xsl:call-template name="years-alt"><xsl:with-param name="tallies" select="$tallies"/></xsl:call-template></xsl:attribute>
        <xsl:for-each select="$judgement/grade"><xsl:variable name="grade" select="@id"/>
          <series name="{@word}"><xsl:attribute name="role"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@id"/></xsl:call-template></xsl:attribute>
            <xsl:for-each select="$tallies"><xsl:variable name="n" select="count[@grade=$grade]/@n"/><point at="{../@label}" value="{$n}"><xsl:value-of select="$n"/></point></xsl:for-each></series></xsl:for-each>
        <series role="none"><xsl:attribute name="name"><xsl:call-template name="others-name"/></xsl:attribute><xsl:for-each select="$tallies"><xsl:variable name="n" select="sum(other/@n)"/><point at="{../@label}" value="{$n}"><xsl:value-of select="$n"/></point></xsl:for-each></series>
      </chart></figure>
  </xsl:template>
  <xsl:template name="years-table"><xsl:param name="tallies"/>
    <table class="tally stack"><caption><xsl:call-template name="years-tally-caption"/></caption>
      <thead><tr><th scope="col">年度</th><xsl:for-each select="$judgement/grade"><th scope="col"><xsl:value-of select="@word"/></th></xsl:for-each><th scope="col"><xsl:call-template name="others-name"/></th><th scope="col">計</th><th scope="col">うち対象外を除く</th><th scope="col">達成の割合</th></tr></thead>
      <tbody><xsl:for-each select="$tallies"><tr><th scope="row"><xsl:value-of select="../@label"/></th><xsl:for-each select="count"><td class="num"><xsl:value-of select="@n"/></td></xsl:for-each><td class="num"><xsl:value-of select="sum(other/@n)"/></td><td class="num"><xsl:value-of select="@initiatives"/></td><td class="num"><xsl:value-of select="@of"/></td><td class="num"><xsl:value-of select="@met-rate"/></td></tr></xsl:for-each></tbody></table>
  </xsl:template>

  <!-- ===== 取組の表 ===== -->
  <xsl:template name="sheet-link"><a href="#{@ref}"><span class="ref"><xsl:value-of select="@code"/></span><xsl:text> </xsl:text><xsl:value-of select="name"/></a></xsl:template>
  <xsl:template name="owner-links"><xsl:for-each select="owner"><a href="#department-{@office}"><xsl:value-of select="."/></a><xsl:value-of select="@note"/><xsl:if test="position()!=last()">、</xsl:if></xsl:for-each></xsl:template>

  <!-- 年度×取組。印から、その年度の記述へ -->
  <!-- 電話の幅に入るよう、1つの表に6年度まで。表ごとの年度の数はそろえる -->
  <xsl:variable name="web-years" select="ceiling($years/@count div ceiling($years/@count div 6))"/>
  <xsl:template name="matrix-table">
    <xsl:for-each select="$years/year[(position() - 1) mod $web-years = 0]">
      <xsl:call-template name="web-matrix"><xsl:with-param name="year" select="(position() - 1) * $web-years + 1"/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="legend"/>
  </xsl:template>
  <!-- year：初めの年度が何番目か -->
  <xsl:template name="web-matrix">
    <xsl:param name="year"/>
    <xsl:variable name="shown" select="$years/year[position() &gt;= $year and position() &lt; $year + $web-years]"/>
    <table class="matrix"><caption><xsl:call-template name="matrix-page-caption"/><xsl:if test="count($shown) &lt; $years/@count"><xsl:call-template name="between-years"><xsl:with-param name="of" select="$shown"/></xsl:call-template></xsl:if></caption>
      <thead><tr><th scope="col">取組</th><xsl:for-each select="$shown"><th scope="col"><xsl:call-template name="short-year"/></th></xsl:for-each></tr></thead>
      <xsl:for-each select="/facts/policy">
        <tbody><tr><th class="group" scope="rowgroup" colspan="{count($shown) + 1}"><a href="#policy-{@id}"><xsl:call-template name="policy-name"/></a></th></tr>
          <xsl:apply-templates select="key('policy-sheets', string(@id))" mode="matrix"><xsl:with-param name="year" select="$year"/></xsl:apply-templates></tbody>
      </xsl:for-each>
      <xsl:if test="/facts/sheet[not(group)]">
        <tbody><xsl:if test="/facts/policy"><tr><th class="group" scope="rowgroup" colspan="{count($shown) + 1}"><xsl:value-of select="/facts/plan/@initiative"/></th></tr></xsl:if>
          <xsl:apply-templates select="/facts/sheet[not(group)]" mode="matrix"><xsl:with-param name="year" select="$year"/></xsl:apply-templates></tbody>
      </xsl:if></table>
  </xsl:template>
  <xsl:template match="sheet" mode="matrix">
    <xsl:param name="year"/>
    <tr><th scope="row"><xsl:call-template name="sheet-link"/></th>
      <xsl:for-each select="year[position() &gt;= $year and position() &lt; $year + $web-years]"><td><xsl:choose>
        <xsl:when test="@grade='over' or @grade='not-begun'"><xsl:attribute name="class">sign other</xsl:attribute><xsl:call-template name="symbol"/></xsl:when>
        <xsl:when test="@due and @grade"><xsl:attribute name="class">sign<xsl:call-template name="tone-class"/></xsl:attribute><a href="#{../@ref}/fy{@n}"><xsl:call-template name="symbol"/></a></xsl:when>
        <xsl:when test="@n &lt;= $report/@year"><xsl:attribute name="class">sign other</xsl:attribute><abbr><xsl:attribute name="title"><xsl:call-template name="none-word"/></xsl:attribute>—</abbr></xsl:when></xsl:choose></td></xsl:for-each></tr>
  </xsl:template>
  <xsl:template name="legend"><ul class="legend"><xsl:for-each select="$judgement/grade"><li><span><xsl:attribute name="class">grade <xsl:call-template name="tone"><xsl:with-param name="grade" select="@id"/></xsl:call-template></xsl:attribute><span class="shape"><xsl:value-of select="@shape"/></span><xsl:value-of select="@word"/></span></li></xsl:for-each><xsl:for-each select="$outcomes"><li><span class="grade other"><span class="shape"><xsl:value-of select="@mark"/></span><xsl:value-of select="@word"/></span></li></xsl:for-each></ul></xsl:template>

  <!-- 達成していない取組。next：次の取組も -->
  <xsl:template name="late-table"><xsl:param name="next"/>
    <xsl:choose><xsl:when test="/facts/late">
      <p><xsl:call-template name="late-lead"/></p>
      <table class="late stack"><caption><xsl:choose><xsl:when test="$next"><xsl:call-template name="late-caption"/></xsl:when><xsl:otherwise><xsl:call-template name="late-reasons-caption"/></xsl:otherwise></xsl:choose></caption>
        <thead><tr><th scope="col">取組</th><th scope="col">判定</th><th scope="col">目標と実績</th><th scope="col">要因</th><xsl:if test="$next"><th scope="col">次の取組</th></xsl:if></tr></thead>
        <tbody><xsl:for-each select="/facts/late"><tr>
          <th scope="row"><p><a href="#{@ref}"><span class="ref"><xsl:value-of select="@code"/></span><xsl:text> </xsl:text><xsl:value-of select="@name"/></a></p><p class="sub"><xsl:value-of select="@department"/></p></th>
          <td><p><xsl:call-template name="standing"/></p><xsl:if test="@years-late&gt;0"><p class="sub"><xsl:call-template name="years-late"/></p></xsl:if></td>
          <td><p>目標：<xsl:value-of select="@target"/></p><xsl:if test="@actual"><p>実績：<xsl:value-of select="@actual"/></p></xsl:if><xsl:if test="@short-of"><p>不足：<strong><xsl:value-of select="@distance"/></strong></p></xsl:if></td>
          <td><xsl:call-template name="blocks-or-none"><xsl:with-param name="of" select="year-field[@id='reason']"/></xsl:call-template></td>
          <xsl:if test="$next"><td><xsl:call-template name="blocks-or-none"><xsl:with-param name="of" select="year-field[@id='next']"/></xsl:call-template></td></xsl:if>
        </tr></xsl:for-each></tbody></table>
      <xsl:if test="not($next)"><p class="more"><a href="#results/late"><xsl:call-template name="late-more"/></a></p></xsl:if>
    </xsl:when><xsl:otherwise><p><xsl:call-template name="late-none"/></p></xsl:otherwise></xsl:choose>
  </xsl:template>

  <!-- 取組の一覧。sheets：載せる取組 -->
  <xsl:template name="sheet-table"><xsl:param name="sheets"/><xsl:param name="caption"/>
    <table class="sheets stack"><caption><xsl:value-of select="$caption"/></caption>
      <thead><tr><th scope="col">取組</th><th scope="col">担当課</th><th scope="col"><xsl:call-template name="grade-head"/></th><th scope="col"><xsl:call-template name="answer-head"/></th></tr></thead>
      <tbody><xsl:for-each select="$sheets"><tr><th scope="row"><xsl:call-template name="sheet-link"/></th><td><xsl:call-template name="owner-links"/></td><td><xsl:if test="@word"><xsl:call-template name="standing"/></xsl:if></td><td><xsl:for-each select="entry[@year=$report/@year]"><xsl:call-template name="headline"/><xsl:call-template name="headline-rate"/></xsl:for-each></td></tr></xsl:for-each></tbody></table>
  </xsl:template>
</xsl:stylesheet>
