<?xml version="1.0" encoding="UTF-8"?>
<!-- 版の違い（gyokaku diff）と、前回の公表から変わった所の言葉。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- ===== 1つの違い。文脈：change ===== -->
  <!-- 欄：実績値（市税収納率） 令和8年度 -->
  <xsl:template name="change-field"><xsl:value-of select="@field-word"/><xsl:if test="@part">（<xsl:value-of select="@part"/>）</xsl:if><xsl:if test="@definition">（<xsl:value-of select="@definition"/>）</xsl:if></xsl:template>
  <xsl:template name="change-initiative"><xsl:choose><xsl:when test="@ref"><xsl:value-of select="@ref"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></xsl:when><xsl:otherwise><xsl:call-template name="change-whole-word"/></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="change-whole-word">全体</xsl:template>
  <xsl:template name="change-page"><xsl:choose><xsl:when test="@page"><xsl:value-of select="@page"/></xsl:when><xsl:when test="@old-ref"><xsl:value-of select="@old-ref"/>の個票</xsl:when><xsl:when test="@ref"><xsl:value-of select="@ref"/>の個票</xsl:when></xsl:choose></xsl:template>
  <xsl:template name="change-nothing-word">（なし）</xsl:template>
  <xsl:template name="change-cut-mark">…</xsl:template>
  <!-- 判定が変わったわけ -->
  <xsl:template name="change-cause"><xsl:value-of select="@cause-label"/><xsl:if test="@cause-label">の</xsl:if><xsl:value-of select="@cause"/>が変わったため</xsl:template>
  <xsl:template name="change-announced-word">正誤表に載せ済み</xsl:template>
  <!-- 加わったもの、なくなったもの、番号が変わったもの -->
  <xsl:template name="change-thing-sentence"><xsl:choose>
    <xsl:when test="@kind='renumbered'">番号が<xsl:value-of select="@old"/>から<xsl:value-of select="@new"/>に変わりました。</xsl:when>
    <xsl:otherwise><xsl:choose>
      <xsl:when test="@field='actuals'"><xsl:value-of select="@label"/>の実績</xsl:when>
      <xsl:when test="@field='sheet'"><xsl:value-of select="@label"/>の個票の記入</xsl:when>
      <xsl:when test="@field='indicator'">指標「<xsl:value-of select="@definition"/>」</xsl:when>
      <xsl:otherwise>この取組</xsl:otherwise></xsl:choose><xsl:choose>
      <xsl:when test="@kind='added'">が加わりました。</xsl:when><xsl:otherwise>がなくなりました。</xsl:otherwise></xsl:choose></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template name="change-revision-sentence"><xsl:value-of select="@date-text"/><xsl:if test="@decided-by"><xsl:text> </xsl:text><xsl:value-of select="@decided-by"/></xsl:if><xsl:if test="@reason">：<xsl:value-of select="@reason"/></xsl:if></xsl:template>

  <!-- ===== gyokaku diffの文書 ===== -->
  <xsl:template name="diff-title">公表した版と新しい版の違い</xsl:template>
  <xsl:template name="diff-audience">職員用</xsl:template>
  <xsl:template name="diff-none">違いはありません</xsl:template>
  <xsl:template name="diff-count"><xsl:param name="n"/>違いは<xsl:value-of select="$n"/>件です</xsl:template>
  <xsl:template name="diff-old-edition">公表した版：<xsl:value-of select="old/@date-text"/>（<xsl:value-of select="old/@file"/>）</xsl:template>
  <xsl:template name="diff-new-edition">新しい版：<xsl:value-of select="new/@date-text"/>（<xsl:value-of select="new/@file"/>）</xsl:template>
  <xsl:template name="diff-errata-title">正誤表</xsl:template>
  <xsl:template name="diff-errata-note">ページは、公表した版を今の様式で組み直したときのものです。公表した後に様式や書体を変えた場合は、公表した文書で確かめてください。</xsl:template>
  <xsl:template name="diff-revised-title">目標の変更</xsl:template>
  <xsl:template name="diff-things-title">加わったもの、なくなったもの、番号が変わったもの</xsl:template>
  <xsl:template name="diff-writing-title">書き方だけが変わったもの</xsl:template>
  <xsl:template name="diff-writing-note">値や言葉は同じです。市民に知らせる必要はありません。</xsl:template>
  <xsl:template name="diff-proposals-title">正誤表に載せるための記述</xsl:template>
  <xsl:template name="diff-proposals-note">誤りの訂正として公表するものを選び、示したファイルの終わり（閉じるタグの前）に貼り付けてください。日付は、訂正を公表する日に直してください。</xsl:template>
  <xsl:template name="change-document-head">文書</xsl:template>
  <xsl:template name="change-page-head">ページ</xsl:template>
  <xsl:template name="change-initiative-head">取組</xsl:template>
  <xsl:template name="change-field-head">欄</xsl:template>
  <xsl:template name="change-year-head">年度</xsl:template>
  <xsl:template name="change-wrong-head">誤</xsl:template>
  <xsl:template name="change-right-head">正</xsl:template>
  <xsl:template name="change-before-head">改める前</xsl:template>
  <xsl:template name="change-after-head">改めた後</xsl:template>
  <xsl:template name="change-decision-head">決定</xsl:template>
  <xsl:template name="change-head">変わったこと</xsl:template>
  <xsl:template name="change-page-words"><xsl:value-of select="@page"/>ページ</xsl:template>

  <!-- ===== 評価報告書とウェブのページ。文脈：since ===== -->
  <xsl:template name="since-title">前回の公表からの変更</xsl:template>
  <xsl:template name="since-lead">前回の公表（<xsl:value-of select="@date-text"/>）の内容と比べて、変わった所です。<xsl:if test="../revision|../correction">上の表に示したものと、</xsl:if>新しい年度の実績は除きます。</xsl:template>
  <xsl:template name="since-values-caption">変わった値、判定及び名称</xsl:template>
  <xsl:template name="since-texts-caption">変わった文</xsl:template>
  <xsl:template name="since-things-caption">加わったもの、なくなったもの及び番号が変わったもの</xsl:template>
  <xsl:template name="change-old-head">前回</xsl:template>
  <xsl:template name="change-new-head">今回</xsl:template>
</xsl:stylesheet>
