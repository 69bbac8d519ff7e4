<?xml version="1.0" encoding="UTF-8"?>
<!-- 版の違いから、職員用の1枚のページ（diff.html）へ。言葉はwording-diff.xsl、見た目はsite.cssとdiff.css。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="changes.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:key name="file" match="proposal" use="@file"/>
  <xsl:variable name="errata" select="/facts/change[@kind='value' or @kind='words' or @kind='text']"/>
  <xsl:variable name="revised" select="/facts/change[@kind='revised']"/>
  <xsl:variable name="things" select="/facts/change[@kind='added' or @kind='removed' or @kind='renumbered']"/>
  <xsl:variable name="writing" select="/facts/change[@kind='writing']"/>

  <xsl:template match="/facts">
    <xsl:variable name="title"><xsl:call-template name="diff-title"/></xsl:variable>
    <document lang="{@lang}" title="{$title}" author="{@municipality}" class="site">
      <page path="diff.html" id="diff" class="diff" title="{$title}｜{@title}｜{@municipality}" description="{$title}">
        <header><p class="city"><xsl:value-of select="@municipality"/></p><p class="name"><xsl:value-of select="@title"/></p></header>
        <aside class="mark"><xsl:call-template name="diff-audience"/></aside>
        <h1><xsl:value-of select="$title"/></h1>
        <p class="message"><xsl:choose><xsl:when test="change"><xsl:call-template name="diff-count"><xsl:with-param name="n" select="count(change)"/></xsl:call-template></xsl:when><xsl:otherwise><xsl:call-template name="diff-none"/></xsl:otherwise></xsl:choose></p>
        <p class="facts"><xsl:call-template name="diff-old-edition"/></p><p class="facts"><xsl:call-template name="diff-new-edition"/></p>
        <xsl:if test="$errata"><section id="diff/errata"><h2><xsl:call-template name="diff-errata-title"/></h2>
          <xsl:if test="$errata/@page"><p class="note"><xsl:call-template name="diff-errata-note"/></p></xsl:if>
          <xsl:call-template name="change-errata"><xsl:with-param name="changes" select="$errata"/><xsl:with-param name="caption"><xsl:call-template name="diff-errata-title"/></xsl:with-param></xsl:call-template></section></xsl:if>
        <xsl:if test="$revised"><section id="diff/revised"><h2><xsl:call-template name="diff-revised-title"/></h2><xsl:call-template name="change-revised"/></section></xsl:if>
        <xsl:if test="$things"><section id="diff/things"><h2><xsl:call-template name="diff-things-title"/></h2><xsl:call-template name="change-things"/></section></xsl:if>
        <xsl:if test="$writing"><section id="diff/writing"><h2><xsl:call-template name="diff-writing-title"/></h2>
          <p class="note"><xsl:call-template name="diff-writing-note"/></p>
          <xsl:call-template name="change-errata"><xsl:with-param name="changes" select="$writing"/><xsl:with-param name="caption"><xsl:call-template name="diff-writing-title"/></xsl:with-param></xsl:call-template></section></xsl:if>
        <xsl:if test="proposal"><section id="diff/proposals"><h2><xsl:call-template name="diff-proposals-title"/></h2>
          <p class="note"><xsl:call-template name="diff-proposals-note"/></p>
          <xsl:for-each select="proposal[generate-id()=generate-id(key('file', @file)[1])]"><h3><xsl:value-of select="@file"/></h3>
            <ul class="proposals"><xsl:for-each select="key('file', @file)"><li><xsl:value-of select="."/></li></xsl:for-each></ul></xsl:for-each></section></xsl:if>
      </page>
    </document>
  </xsl:template>

  <xsl:template name="change-errata"><xsl:param name="changes"/><xsl:param name="caption"/>
    <table class="errata stack"><caption><xsl:value-of select="$caption"/></caption>
      <thead><tr><th scope="col"><xsl:call-template name="change-initiative-head"/></th><th scope="col"><xsl:call-template name="change-document-head"/></th><th scope="col"><xsl:call-template name="change-page-head"/></th><th scope="col"><xsl:call-template name="change-field-head"/></th><th scope="col"><xsl:call-template name="change-year-head"/></th><th scope="col"><xsl:call-template name="change-wrong-head"/></th><th scope="col"><xsl:call-template name="change-right-head"/></th></tr></thead>
      <tbody><xsl:for-each select="$changes"><tr><th scope="row"><xsl:call-template name="change-initiative"/></th>
        <td><xsl:value-of select="@document-word"/></td><td><xsl:call-template name="change-page"/></td>
        <td><p><xsl:call-template name="change-field"/></p><xsl:if test="@announced"><p class="note">（<xsl:call-template name="change-announced-word"/>）</p></xsl:if></td>
        <td><xsl:value-of select="@label"/></td><td class="old"><xsl:call-template name="change-old-reading"/></td><td class="new"><xsl:call-template name="change-new-reading"/></td></tr></xsl:for-each></tbody></table></xsl:template>
  <xsl:template name="change-revised">
    <table class="errata stack"><caption><xsl:call-template name="diff-revised-title"/></caption>
      <thead><tr><th scope="col"><xsl:call-template name="change-initiative-head"/></th><th scope="col"><xsl:call-template name="change-field-head"/></th><th scope="col"><xsl:call-template name="change-year-head"/></th><th scope="col"><xsl:call-template name="change-before-head"/></th><th scope="col"><xsl:call-template name="change-after-head"/></th><th scope="col"><xsl:call-template name="change-decision-head"/></th></tr></thead>
      <tbody><xsl:for-each select="$revised"><tr><th scope="row"><xsl:call-template name="change-initiative"/></th><td><xsl:call-template name="change-field"/></td><td><xsl:value-of select="@label"/></td><td><xsl:call-template name="change-old-reading"/></td><td><xsl:call-template name="change-new-reading"/></td><td><xsl:call-template name="change-revision-sentence"/></td></tr></xsl:for-each></tbody></table></xsl:template>
  <xsl:template name="change-things">
    <table class="things stack"><caption><xsl:call-template name="diff-things-title"/></caption>
      <thead><tr><th scope="col"><xsl:call-template name="change-initiative-head"/></th><th scope="col"><xsl:call-template name="change-head"/></th></tr></thead>
      <tbody><xsl:for-each select="$things"><tr><th scope="row"><xsl:call-template name="change-initiative"/></th><td><xsl:call-template name="change-thing-sentence"/></td></tr></xsl:for-each></tbody></table></xsl:template>
</xsl:stylesheet>
