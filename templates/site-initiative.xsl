<?xml version="1.0" encoding="UTF-8"?>
<!-- 取組のページ：答え、目標と実績、年度ごとの取組（新しい年度から）、計画の内容、訂正、前後の取組。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="sheet">
    <xsl:variable name="heading"><xsl:call-template name="sheet-heading"/></xsl:variable>
    <xsl:variable name="answer"><xsl:call-template name="initiative-description"/></xsl:variable>
    <page path="initiatives/{@ref}.html" id="{@ref}" class="initiative">
      <xsl:call-template name="page-attributes">
        <xsl:with-param name="own"><xsl:call-template name="initiative-page-title"/></xsl:with-param>
        <xsl:with-param name="about" select="$answer"/>
      </xsl:call-template>
      <xsl:copy-of select="$head"/>
      <xsl:call-template name="crumbs"><xsl:with-param name="here" select="$heading"/>
        <xsl:with-param name="up"><xsl:if test="group"><li><a href="#policy-{group[1]/@id}"><xsl:call-template name="policy-heading"/></a></li></xsl:if></xsl:with-param></xsl:call-template>
      <h1><xsl:value-of select="$heading"/></h1>
      <xsl:call-template name="page-dates"/>
      <xsl:call-template name="newest"><xsl:with-param name="answer" select="$answer"/></xsl:call-template>
      <nav class="toc" label="{$contents-label}"><ul>
        <xsl:if test="indicator"><li><a href="#{@ref}/values"><xsl:call-template name="values-title"/></a></li></xsl:if>
        <xsl:for-each select="entry"><li><a href="#{../@ref}/fy{@year}"><xsl:call-template name="entry-title"><xsl:with-param name="year" select="@label"/></xsl:call-template></a></li></xsl:for-each>
        <xsl:if test="field/*"><li><a href="#{@ref}/plan"><xsl:call-template name="plan-part-title"/></a></li></xsl:if>
        <xsl:if test="key('corrections', @ref)"><li><a href="#{@ref}/corrections"><xsl:call-template name="corrections-title"/></a></li></xsl:if>
      </ul></nav>
      <xsl:if test="indicator"><section id="{@ref}/values">
        <h2><xsl:call-template name="values-title"/></h2>
        <xsl:apply-templates select="indicator" mode="web"/>
        <xsl:for-each select="twin"><p class="note"><xsl:call-template name="twin-link"/></p></xsl:for-each>
        <p class="more"><a href="#rules"><xsl:call-template name="rules-link"/></a></p>
      </section></xsl:if>
      <xsl:apply-templates select="entry"/>
      <xsl:if test="field/*"><xsl:call-template name="plan-part"/></xsl:if>
      <xsl:if test="key('corrections', @ref)"><section id="{@ref}/corrections">
        <h2><xsl:call-template name="corrections-title"/></h2>
        <xsl:call-template name="correction-table"><xsl:with-param name="corrections" select="key('corrections', @ref)"/></xsl:call-template>
      </section></xsl:if>
      <xsl:call-template name="pager"/>
      <xsl:copy-of select="$foot"/>
    </page>
  </xsl:template>

  <!-- 新しい年度の答え -->
  <xsl:template name="newest"><xsl:param name="answer"/>
    <div><xsl:attribute name="class">box answer<xsl:call-template name="tone-class"/></xsl:attribute>
      <xsl:for-each select="entry[1][@year=$report/@year]"><xsl:call-template name="answer-lines"><xsl:with-param name="answer" select="$answer"/></xsl:call-template></xsl:for-each>
      <xsl:if test="not(entry[1]/@year=$report/@year)"><p><xsl:value-of select="$answer"/></p></xsl:if>
      <xsl:for-each select="life"><p class="facts"><xsl:call-template name="site-life-note"/></p></xsl:for-each>
      <p class="facts"><xsl:call-template name="owner-words"/><xsl:call-template name="owner-links"/></p>
      <xsl:for-each select="group[position() &gt; 1]"><p class="facts"><xsl:call-template name="item-words"/><xsl:value-of select="."/></p></xsl:for-each>
    </div>
  </xsl:template>
  <!-- 文脈：entry -->
  <xsl:template name="answer-lines"><xsl:param name="answer"/>
    <p class="verdict"><span class="when"><xsl:value-of select="@label"/></span><xsl:text> </xsl:text><xsl:call-template name="standing"><xsl:with-param name="more">big</xsl:with-param></xsl:call-template></p>
    <p class="headline"><xsl:choose><xsl:when test="$answer"><xsl:value-of select="$answer"/></xsl:when><xsl:otherwise><xsl:call-template name="headline"><xsl:with-param name="year" select="@label"/></xsl:call-template><xsl:call-template name="headline-rate"/></xsl:otherwise></xsl:choose></p>
    <xsl:if test="@previous-word"><p class="facts"><xsl:value-of select="@previous"/><xsl:text>　</xsl:text><xsl:call-template name="previous-standing"/></p></xsl:if>
    <xsl:if test="@own-grade"><p class="facts"><xsl:call-template name="own-grade"/></p></xsl:if>
    <xsl:if test="@computed-word"><p class="facts"><xsl:call-template name="computed-grade"/></p></xsl:if>
    <xsl:if test="@measured"><p class="facts"><xsl:call-template name="judged-by"/></p></xsl:if>
    <xsl:if test="@progress-word"><p class="facts"><xsl:call-template name="progress-words"/><xsl:value-of select="@progress-word"/></p></xsl:if>
  </xsl:template>

  <!-- ===== 目標と実績 ===== -->
  <xsl:template match="indicator" mode="web">
    <xsl:if test="../indicator[2]"><h3><xsl:call-template name="indicator-title"/></h3></xsl:if>
    <xsl:apply-templates select="." mode="figure"/>
    <xsl:if test="source"><p class="facts"><xsl:call-template name="source-words"/><xsl:value-of select="source"/></p></xsl:if>
    <p class="facts"><xsl:call-template name="definition-words"/><xsl:value-of select="definition"/></p>
    <xsl:for-each select="baseline"><p class="facts"><xsl:call-template name="baseline-words"/><xsl:call-template name="baseline"/></p></xsl:for-each>
    <xsl:for-each select="whole"><p class="facts"><xsl:call-template name="whole-head"/>：<xsl:value-of select="."/></p></xsl:for-each>
    <table class="values stack"><caption><xsl:call-template name="result-caption"/></caption>
      <thead><tr><th scope="col">年度</th><th scope="col"><xsl:value-of select="$labels[@of='target']"/></th><xsl:if test="cell/@against"><th scope="col"><xsl:call-template name="against-head"/></th></xsl:if><xsl:if test="cell/original"><th scope="col">当初の目標値</th></xsl:if><th scope="col"><xsl:value-of select="$labels[@of='actual']"/></th><xsl:if test="cell/@difference"><th scope="col">目標との差</th></xsl:if><xsl:if test="cell/@rate"><th scope="col">達成率</th></xsl:if><xsl:if test="cell/@way"><th scope="col"><xsl:call-template name="way-head"/></th></xsl:if><xsl:if test="cell/@whole-rate"><th scope="col"><xsl:call-template name="whole-rate-head"/></th></xsl:if><th scope="col">判定</th></tr></thead>
      <tbody><xsl:apply-templates select="cell" mode="web"/></tbody></table>
    <xsl:call-template name="notes"/>
  </xsl:template>
  <xsl:template match="cell" mode="web">
    <tr><th scope="row"><xsl:value-of select="@label"/></th>
      <td><xsl:apply-templates select="target"/></td>
      <xsl:if test="../cell/@against"><td><xsl:value-of select="@against"/></td></xsl:if>
      <xsl:if test="../cell/original"><td><xsl:for-each select="original"><p><xsl:for-each select="step"><xsl:value-of select="."/><xsl:if test="position()!=last()">、</xsl:if></xsl:for-each><xsl:value-of select="text()"/></p><xsl:if test="@word"><p>（<xsl:call-template name="standing"/>）</p></xsl:if></xsl:for-each></td></xsl:if>
      <td><xsl:apply-templates select="actual"/></td>
      <xsl:if test="../cell/@difference"><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@difference"/></xsl:call-template></td></xsl:if>
      <xsl:if test="../cell/@rate"><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@rate"/></xsl:call-template></td></xsl:if>
      <xsl:if test="../cell/@way"><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@way"/></xsl:call-template></td></xsl:if>
      <xsl:if test="../cell/@whole-rate"><td><xsl:call-template name="signed"><xsl:with-param name="text" select="@whole-rate"/></xsl:call-template></td></xsl:if>
      <td><xsl:if test="@due and @word"><xsl:call-template name="standing"/></xsl:if></td></tr>
  </xsl:template>

  <!-- ===== 年度の取組 ===== -->
  <xsl:template match="entry">
    <section id="{../@ref}/fy{@year}" class="year">
      <h2><xsl:call-template name="entry-title"><xsl:with-param name="year" select="@label"/></xsl:call-template></h2>
      <!-- 新しい年度の答えは、ページの初めにある -->
      <xsl:choose>
        <xsl:when test="@year=$report/@year"><p class="verdict"><xsl:call-template name="standing"/></p></xsl:when>
        <xsl:otherwise><div><xsl:attribute name="class">box answer<xsl:call-template name="tone-class"/></xsl:attribute><xsl:call-template name="answer-lines"/></div></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="year-field[@id='done']"><xsl:call-template name="field-part"/></xsl:for-each>
      <xsl:if test="evaluation"><div class="field"><h3><xsl:value-of select="$labels[@of='evaluation']"/></h3><div><xsl:for-each select="evaluation"><xsl:call-template name="said"><xsl:with-param name="who"><xsl:call-template name="evaluation-by"/></xsl:with-param><xsl:with-param name="what" select="*"/></xsl:call-template></xsl:for-each></div></div></xsl:if>
      <xsl:for-each select="year-field[@id and not(@id='done' or @id='next')]"><xsl:call-template name="field-part"/></xsl:for-each>
      <xsl:if test="@direction"><div class="field"><h3><xsl:value-of select="$labels[@of='direction']"/></h3><p><xsl:value-of select="@direction"/></p></div></xsl:if>
      <xsl:for-each select="year-field[@id='next' or not(@id)]"><xsl:call-template name="field-part"/></xsl:for-each>
      <xsl:if test="cost"><div class="field"><h3><xsl:value-of select="$labels[@of='cost']"/></h3><p><xsl:value-of select="cost/@text"/></p></div></xsl:if>
      <xsl:if test="effect"><div class="field"><h3><xsl:value-of select="$labels[@of='effect']"/></h3><div><xsl:for-each select="effect"><p><xsl:call-template name="effect-sentence"/></p></xsl:for-each></div></div></xsl:if>
      <xsl:if test="opinion"><div class="field"><h3><xsl:value-of select="$labels[@of='opinion']"/></h3><div><xsl:apply-templates select="opinion" mode="web"/></div></div></xsl:if>
      <xsl:if test="@entered-text or @checked-text"><p class="note"><xsl:call-template name="entered-note"/></p></xsl:if>
    </section>
  </xsl:template>
  <xsl:template match="opinion" mode="web">
    <xsl:call-template name="said"><xsl:with-param name="who"><xsl:call-template name="opinion-words"/></xsl:with-param><xsl:with-param name="what" select="text/*"/></xsl:call-template>
    <xsl:if test="response/*"><xsl:call-template name="said"><xsl:with-param name="who"><xsl:call-template name="response-words"/></xsl:with-param><xsl:with-param name="what" select="response/*"/></xsl:call-template></xsl:if>
  </xsl:template>
  <!-- 言った人を、初めの段落の頭に。箇条書はそのまま続ける -->
  <xsl:template name="said"><xsl:param name="who"/><xsl:param name="what"/><p><strong><xsl:value-of select="$who"/></strong><xsl:copy-of select="$what[1][self::p]/node()"/></p><xsl:copy-of select="$what[position()&gt;1 or self::ul]"/></xsl:template>

  <!-- 見出しと本文。文脈：field、year-field -->
  <xsl:template name="field-part"><div class="field"><h3><xsl:value-of select="@label"/></h3><div><xsl:copy-of select="*"/></div></div></xsl:template>

  <!-- ===== 計画の内容 ===== -->
  <xsl:template name="plan-part">
    <section id="{@ref}/plan">
      <h2><xsl:call-template name="plan-part-title"/></h2>
      <xsl:for-each select="field[*]"><xsl:call-template name="field-part"/></xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="pager">
    <nav class="pager"><xsl:attribute name="label"><xsl:call-template name="pager-label"/></xsl:attribute><ul>
      <xsl:for-each select="preceding-sibling::sheet[1]"><li class="before"><a href="#{@ref}"><xsl:call-template name="before-words"/><xsl:call-template name="sheet-heading"/></a></li></xsl:for-each>
      <xsl:for-each select="following-sibling::sheet[1]"><li class="after"><a href="#{@ref}"><xsl:call-template name="after-words"/><xsl:call-template name="sheet-heading"/></a></li></xsl:for-each>
      <xsl:if test="group"><li><a href="#policy-{group[1]/@id}"><xsl:call-template name="policy-list-words"/></a></li></xsl:if>
    </ul></nav>
  </xsl:template>
</xsl:stylesheet>
