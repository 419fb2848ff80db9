import Domain

/// What the head of every page says of who may read it.
enum EditionNotice {
  /// Nil for an edition that everybody may read.
  static func text(_ bulletin: Bulletin, _ texts: Texts, _ language: Language) -> String? {
    let embargo = bulletin.embargo.map { "\($0) \(texts(.noticeEmbargo, language))" }
    let notices = [audience(bulletin, texts, language), embargo].compactMap { $0 }
    return notices.isEmpty ? nil : notices.joined(separator: " ")
  }

  private static func audience(_ bulletin: Bulletin, _ texts: Texts, _ language: Language) -> String? {
    let protection = bulletin.protection
    return protection.audience == .bureau ? texts(.noticeInternal, language) : nil
  }
}
