<?xml version="1.0" encoding="UTF-8"?>
<!-- 図と帯のあるスライド：一年、基本方針、数値の指標、段階。図のidはどの年度でも同じ。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- 一年：前年度との図と、遅れの名前。文脈：tally[@by='all'] -->
  <xsl:template name="year-slide">
    <xsl:variable name="title"><xsl:call-template name="summary-entry"/></xsl:variable>
    <page class="chapter" id="slide-summary" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:call-template name="slide-year-message"/></h1>
      <xsl:choose>
        <xsl:when test="$late-lines &lt;= $beside"><div class="columns summary"><xsl:call-template name="year-picture"/><xsl:call-template name="late-names"/></div></xsl:when>
        <xsl:otherwise><xsl:call-template name="year-picture"/></xsl:otherwise>
      </xsl:choose>
    </page>
  </xsl:template>
  <xsl:template name="year-picture">
    <div>
      <p class="grade"><xsl:value-of select="$judgement/grade[@met='yes'][1]/@shape"/><xsl:text> </xsl:text><xsl:value-of select="$met-word"/><xsl:text> </xsl:text><xsl:value-of select="@met"/>件</p>
      <p class="headline"><xsl:call-template name="measured-apart"/></p>
      <xsl:call-template name="year-figure"/>
      <xsl:for-each select="/facts/change"><p class="facts"><xsl:call-template name="change-short"/></p></xsl:for-each>
    </div>
  </xsl:template>
  <xsl:template name="year-figure">
    <xsl:variable name="alt"><xsl:call-template name="year-figure-alt"/></xsl:variable>
    <xsl:variable name="others"><xsl:call-template name="others-name"/></xsl:variable>
    <figure id="slide-year">
      <chart class="year" kind="stacked" alt="{$alt}">
        <xsl:for-each select="count">
          <series name="{@word}"><xsl:attribute name="role"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@grade"/></xsl:call-template></xsl:attribute>
            <xsl:if test="$report/@previous"><point at="{$report/@previous}" value="{@before}"><xsl:value-of select="@before"/></point></xsl:if>
            <point at="{$report/@label}" value="{@n}"><xsl:value-of select="@n"/></point></series></xsl:for-each>
        <xsl:if test="sum(other/@n) + sum(other/@before) &gt; 0"><series role="none" name="{$others}">
          <xsl:if test="$report/@previous"><point at="{$report/@previous}" value="{sum(other/@before)}"><xsl:value-of select="sum(other/@before)"/></point></xsl:if>
          <point at="{$report/@label}" value="{sum(other/@n)}"><xsl:value-of select="sum(other/@n)"/></point></series></xsl:if>
      </chart></figure>
  </xsl:template>
  <xsl:template name="late-names">
    <div class="late">
      <h2><xsl:call-template name="late-names-heading"/></h2>
      <xsl:for-each select="$late"><p><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></p></xsl:for-each>
      <xsl:if test="not($late)"><p><xsl:call-template name="late-none"/></p></xsl:if>
    </div>
  </xsl:template>

  <!-- 基本方針ごと：1枚に9つまで。枚数で割って、少ない1枚を作らない -->
  <xsl:template name="policies-slide">
    <xsl:variable name="all-policies" select="tally[@by='policy']"/>
    <xsl:variable name="n" select="count($all-policies)"/>
    <xsl:variable name="slides" select="ceiling($n div 9)"/>
    <xsl:for-each select="$all-policies[position() &lt;= $slides]">
      <xsl:variable name="p" select="position()"/>
      <xsl:call-template name="policies-slide-of">
        <xsl:with-param name="shown" select="$all-policies[position() &gt; floor(($p - 1) * $n div $slides) and position() &lt;= floor($p * $n div $slides)]"/>
        <xsl:with-param name="number" select="$p"/><xsl:with-param name="of" select="$slides"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="policies-slide-of">
    <xsl:param name="shown"/><xsl:param name="number"/><xsl:param name="of"/>
    <xsl:variable name="title"><xsl:call-template name="policies-slide-title"/><xsl:if test="$of &gt; 1"><xsl:call-template name="part-words"><xsl:with-param name="number" select="$number"/><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:if></xsl:variable>
    <xsl:variable name="alt"><xsl:call-template name="shares-alt"><xsl:with-param name="tallies" select="$shown"/></xsl:call-template></xsl:variable>
    <xsl:variable name="others"><xsl:call-template name="others-name"/></xsl:variable>
    <xsl:variable name="more"><xsl:if test="$number &gt; 1">-<xsl:value-of select="$number"/></xsl:if></xsl:variable>
    <page class="chapter" id="slide-by-policy{$more}" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1>
        <xsl:call-template name="policies-message"/>
        <xsl:if test="$of &gt; 1"><xsl:call-template name="part-words"><xsl:with-param name="number" select="$number"/><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:if>
      </h1>
      <figure id="slide-policies{$more}">
        <figcaption><xsl:call-template name="shares-caption"/></figcaption>
        <chart class="shares" kind="stacked" alt="{$alt}">
          <xsl:for-each select="$judgement/grade">
            <xsl:variable name="grade" select="@id"/>
            <series name="{@word}">
              <xsl:attribute name="role"><xsl:call-template name="tone"><xsl:with-param name="grade" select="@id"/></xsl:call-template></xsl:attribute>
              <xsl:for-each select="$shown">
                <xsl:variable name="at"><xsl:call-template name="policy-label"/></xsl:variable>
                <point at="{$at}" value="{count[@grade=$grade]/@n}"><xsl:value-of select="count[@grade=$grade]/@n"/></point>
              </xsl:for-each>
            </series>
          </xsl:for-each>
          <series role="none" name="{$others}">
            <xsl:for-each select="$shown">
              <xsl:variable name="at"><xsl:call-template name="policy-label"/></xsl:variable>
              <point at="{$at}" value="{sum(other/@n)}"><xsl:value-of select="sum(other/@n)"/></point>
            </xsl:for-each>
          </series>
        </chart>
      </figure>
    </page>
  </xsl:template>

  <!-- 数値の指標：1枚に4つまで。枚数で割って、少ない1枚を作らない -->
  <xsl:template name="indicator-slides">
    <xsl:variable name="numeric" select="sheet/indicator[not(@chart='strip' or @chart='none')]"/>
    <xsl:variable name="n" select="count($numeric)"/>
    <xsl:variable name="slides" select="ceiling($n div 4)"/>
    <xsl:for-each select="$numeric[position() &lt;= $slides]">
      <xsl:variable name="p" select="position()"/>
      <xsl:call-template name="indicator-slide">
        <xsl:with-param name="shown" select="$numeric[position() &gt; floor(($p - 1) * $n div $slides) and position() &lt;= floor($p * $n div $slides)]"/>
        <xsl:with-param name="number" select="$p"/><xsl:with-param name="of" select="$slides"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="indicator-slide"><xsl:param name="shown"/><xsl:param name="number"/><xsl:param name="of"/>
    <xsl:variable name="title"><xsl:call-template name="indicators-title"><xsl:with-param name="number" select="$number"/><xsl:with-param name="of" select="$of"/></xsl:call-template></xsl:variable>
    <!-- 1段なら高い図、題が3行になるなら低い図 -->
    <xsl:variable name="form"><xsl:choose><xsl:when test="count($shown) &lt; 3">wide</xsl:when><xsl:when test="$shown[string-length(definition) &gt; 33]">short</xsl:when><xsl:when test="count($shown) = 3 or not($shown[@chart='line'])">middle</xsl:when></xsl:choose></xsl:variable>
    <page class="chapter" id="slide-indicators-{$number}" title="{$title}">
      <xsl:call-template name="foot"/>
      <h1><xsl:call-template name="indicators-message"><xsl:with-param name="shown" select="$shown"/></xsl:call-template></h1>
      <xsl:for-each select="$shown[position() mod 2 = 1]">
        <xsl:variable name="p" select="position()"/>
        <xsl:variable name="pair" select="$shown[position() = $p * 2 - 1 or position() = $p * 2]"/>
        <xsl:choose>
          <xsl:when test="count($pair) = 2"><div class="columns"><xsl:apply-templates select="$pair" mode="slide"><xsl:with-param name="form" select="$form"/></xsl:apply-templates></div></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="$pair" mode="slide"><xsl:with-param name="form" select="$form"/></xsl:apply-templates></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:if test="$shown[@low and @chart='line']"><p class="note"><xsl:call-template name="slide-axis-note"/></p></xsl:if>
    </page>
  </xsl:template>
  <xsl:template match="indicator" mode="slide"><xsl:param name="form"/>
    <xsl:variable name="alt"><xsl:call-template name="chart-alt"/></xsl:variable>
    <figure id="slide-{../@ref}-{@number}"><figcaption><xsl:call-template name="indicator-caption"/></figcaption>
      <chart kind="{@chart}" alt="{$alt}">
        <xsl:if test="string($form)"><xsl:attribute name="class"><xsl:value-of select="$form"/></xsl:attribute></xsl:if>
        <xsl:if test="@unit"><xsl:attribute name="unit"><xsl:value-of select="@unit"/></xsl:attribute></xsl:if>
        <xsl:if test="@low and (@chart='dots' or @chart='line')"><xsl:attribute name="from"><xsl:value-of select="@low"/></xsl:attribute><xsl:attribute name="to"><xsl:value-of select="@high"/></xsl:attribute></xsl:if>
        <xsl:if test="@chart='dots'"><xsl:attribute name="note"><xsl:call-template name="slide-dots-note"/></xsl:attribute></xsl:if>
        <xsl:call-template name="short-series"/>
      </chart></figure>
  </xsl:template>
  <!-- 目盛りは和暦の略（R8）。値の表示は、実績の全て（7年度からは、初めの年度と前年度、報告の年度）と、報告の年度と最後の年度の目標だけ。代替文は全てを、年度を略さずに述べる -->
  <xsl:template name="short-series">
    <xsl:variable name="target"><xsl:call-template name="target-name"/></xsl:variable>
    <xsl:variable name="actual"><xsl:call-template name="actual-name"/></xsl:variable>
    <xsl:variable name="projection"><xsl:call-template name="projection-name"/></xsl:variable>
    <series role="target" name="{$target}"><xsl:for-each select="cell"><point at="{@short}" value="{target/@value}"><xsl:if test="target/@value and (@year=$report/@year or @year=$years/year[last()]/@n)"><xsl:call-template name="target-text"/></xsl:if></point></xsl:for-each></series>
    <series role="actual" name="{$actual}"><xsl:for-each select="cell"><point at="{@short}" value="{actual/@value}"><xsl:if test="actual/@value and (count(../cell) &lt;= 6 or @year &gt;= $report/@year - 1 or not(preceding-sibling::cell/actual/@value))"><xsl:choose><xsl:when test="actual/@number-text"><xsl:value-of select="actual/@number-text"/></xsl:when><xsl:otherwise><xsl:value-of select="actual/text()"/></xsl:otherwise></xsl:choose></xsl:if></point></xsl:for-each></series>
    <xsl:if test="cell/projection and @chart='line'"><series role="projection" name="{$projection}"><xsl:for-each select="cell"><point at="{@short}"><xsl:attribute name="value"><xsl:choose><xsl:when test="projection"><xsl:value-of select="projection/@value"/></xsl:when><xsl:when test="actual/@value and not(following-sibling::cell/actual/@value)"><xsl:value-of select="actual/@value"/></xsl:when></xsl:choose></xsl:attribute></point></xsl:for-each></series></xsl:if>
  </xsl:template>

  <!-- 段階：年度×取組の帯。7年度からは、報告の年度の3年前から6年度（計画の終わりに近ければ、終わりの6年度） -->
  <xsl:variable name="stage-last" select="$years/year[last()]/@n"/>
  <xsl:variable name="stage-years" select="$years/year[$years/@count &lt;= 6 or (
      (@n &gt;= $report/@year - 3 and @n &lt;= $report/@year + 2) or
      ($report/@year + 2 &gt; $stage-last and @n &gt; $stage-last - 6) or
      ($report/@year - 3 &lt; $years/year[1]/@n and position() &lt;= 6))]"/>
  <xsl:template name="stage-slides">
    <xsl:variable name="stages" select="sheet/indicator[@chart='strip']"/>
    <xsl:variable name="title"><xsl:call-template name="stages-title"/></xsl:variable>
    <xsl:if test="$stages">
      <page class="chapter" id="slide-stages" title="{$title}">
        <xsl:call-template name="foot"/>
        <h1><xsl:call-template name="stages-message"><xsl:with-param name="stages" select="$stages"/></xsl:call-template></h1>
        <table class="matrix"><caption><xsl:call-template name="stages-caption"/><xsl:if test="count($stage-years) &lt; $years/@count"><xsl:call-template name="between-years"><xsl:with-param name="of" select="$stage-years"/></xsl:call-template></xsl:if></caption>
          <thead><tr><th class="head" scope="col">取組</th><xsl:for-each select="$stage-years"><xsl:call-template name="year-head"/></xsl:for-each></tr></thead>
          <tbody><xsl:for-each select="$stages"><tr>
            <th scope="row"><xsl:value-of select="../@code"/><xsl:text> </xsl:text><xsl:value-of select="../name"/><xsl:if test="count(../indicator) &gt; 1">（<xsl:value-of select="definition"/>）</xsl:if></th>
            <xsl:for-each select="cell[@year=$stage-years/@n]"><td><xsl:call-template name="tone-class"/><xsl:choose><xsl:when test="@grade='over' or @grade='not-begun'"><p><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></p></xsl:when><xsl:when test="target/step"><xsl:apply-templates select="target"/></xsl:when><xsl:otherwise><p><xsl:apply-templates select="target"/></p></xsl:otherwise></xsl:choose><xsl:if test="@due and @word and not(target/@kind='none' or target/@kind='outside')"><p><xsl:value-of select="@shape"/><xsl:text> </xsl:text><xsl:value-of select="@word"/></p></xsl:if></td></xsl:for-each>
          </tr></xsl:for-each></tbody></table>
      </page>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
