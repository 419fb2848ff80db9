import Documents
import Domain
import Tables

/// Publishes what the checks found, for the sections alone: one folder a section, closed to everyone but its owner.
public struct ListPublisher: Sendable {
  /// What came of it.
  public struct Result: Sendable, Equatable {
    /// Paths of the pages, by section.
    public let pages: [String: String]
    /// Answers that cannot be read, with file and line.
    public let problems: [OpinionProblem]
  }

  private let templates: TemplateSet
  private let root: String

  /// - Parameter root: folder of the sections.
  public init(templates: TemplateSet, root: String) {
    self.templates = templates
    self.root = root
  }

  /// Where the lists of a section lie.
  public func folder(_ section: String) -> String { "\(root)/\(section)" }

  /// The last answer to each lead, over all sections, by id (`A-01/A1`).
  ///
  /// - Throws: `FileFailure`.
  public func answers(today: Day) throws -> [String: LeadAnswer] {
    guard FileTree.isFolder(root) else { return [:] }
    return try FileTree.names(in: root).sorted().reduce(into: [:]) { all, section in
      guard FileTree.isFolder(folder(section)), !section.hasPrefix(".") else { return }
      all.merge(try SectionAnswers(folder: folder(section), section: section, today: today).latest) { $1 }
    }
  }

  /// Writes the lists of all sections, with the answers given so far. Each file is the old one or the new one; what people
  /// put beside them stays. A form with answers that cannot be read is left as it is until they are mended.
  ///
  /// - Parameters:
  ///   - title: heads the pages.
  ///   - alerts: those of checks, as the book has them on `day`.
  ///   - check: called before each file; may throw to give up.
  /// - Throws: `FileFailure`.
  public func publish(
    _ lists: [CheckList], title: String, alerts: [Alert], day: Day, check: () throws -> Void = {}
  ) throws -> Result {
    try DurableFolder.makePrivate(root)
    let lock = try FolderLock.wait(for: root, check: check)
    defer { withExtendedLifetime(lock) {} }
    let known = Dictionary(
      alerts.compactMap { alert in CheckAlerts.lead(of: alert.content).map { ($0, alert) } }
    ) { $1 }
    let titles = Dictionary(lists.map { ($0.check.id, $0.check.title) }) { first, _ in first }
    var pages: [String: String] = [:]
    var problems: [OpinionProblem] = []
    let bySection = Dictionary(grouping: lists, by: \.check.section)
    // A section whose checks are gone keeps its answers, and shows that there is nothing to do.
    let before = try FileTree.names(in: root).filter { FileTree.exists("\(folder($0))/\(SectionLists.page)") }
    for section in Set(bySection.keys).union(before).sorted() {
      let own = bySection[section] ?? []
      let folder = folder(section)
      try DurableFolder.makePrivate(folder)
      DurableFile.recover(in: folder)
      let answers = try SectionAnswers(folder: folder, section: section, today: day)
      let lists = SectionLists(
        section: section, title: title, day: day, lists: own.sorted { $0.check.id < $1.check.id }, alerts: known,
        answers: answers)
      try write(lists, titles, to: folder, check)
      pages[section] = "\(folder)/\(SectionLists.page)"
      problems += answers.problems
    }
    return Result(pages: pages, problems: problems)
  }

  /// Writes the letters of sections, each into a folder of its own within that of the section.
  ///
  /// - Parameter letters: by section.
  /// - Throws: `FileFailure`.
  public func publish(_ letters: [String: [UInt8]]) throws {
    for (section, bytes) in letters.sorted(by: { $0.key < $1.key }) {
      let own = "\(folder(section))/\(AdviceLetters.folder)"
      for folder in [root, folder(section), own] { try DurableFolder.makePrivate(folder) }
      try DurableFile.replace("\(own)/\(AdviceLetters.file)", with: bytes, mode: 0o600)
    }
  }

  private func write(_ lists: SectionLists, _ titles: [String: String], to folder: String, _ check: () throws -> Void)
    throws
  {
    func replace(_ name: String, _ bytes: [UInt8]) throws {
      try check()
      try DurableFile.replace("\(folder)/\(name)", with: bytes, mode: 0o600)
    }
    for list in lists.filled { try replace(SectionLists.csv(list), lists.bytes(list, templates.texts)) }
    let kept = Set(lists.filled.map(SectionLists.csv))
    for name in try FileTree.names(in: folder) where AnswerForm.isList(name) && !kept.contains(name) {
      try FileTree.remove("\(folder)/\(name)")
    }
    try replace(SectionLists.page, templates.render(.list, lists.context(templates)))
    let form = AnswerForm.bytes(lists.openLeads, answers: lists.answers.form, titles: titles)
    let path = "\(folder)/\(AnswerForm.path)"
    guard lists.answers.isFormWhole, form != lists.answers.formBytes else { return }
    // Somebody may have saved answers since they were read: they are taken on the next night.
    guard try !FileTree.exists(path) || FileTree.bytes(of: path) == lists.answers.formBytes else { return }
    try replace(AnswerForm.path, form)
  }
}
