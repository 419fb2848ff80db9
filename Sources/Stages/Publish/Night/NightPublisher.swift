import Documents
import Domain

/// Publishes the pages of the nights, for the bureau alone.
public struct NightPublisher: Sendable {
  private let templates: TemplateSet
  private let root: String

  /// - Parameter root: folder of the nights; made, and closed to everyone but its owner, when a page is published.
  public init(templates: TemplateSet, root: String) {
    self.templates = templates
    self.root = root
  }

  /// Publishes `<root>/<date>` in one step, in the place of an earlier page of the same date.
  ///
  /// - Returns: path of the page.
  /// - Throws: `FileFailure`; the page is then whole, the old one or the new one.
  public func publish(_ report: NightReport, check: () throws -> Void = {}) throws -> String {
    let target = "\(root)/\(report.day.iso)"
    let page = NightPage(report: report, templates: templates, folder: target)
    let files = [
      (path: NightPage.path, bytes: templates.render(.nightly, page.context)),
      (path: NightStatus.path, bytes: try NightStatus(report).json()),
    ]
    try DurableFolder.makePrivate(root)
    let lock = try FolderLock.wait(for: root, check: check)
    defer { withExtendedLifetime(lock) {} }
    try DirectoryPublication.recover(in: root)
    try DirectoryPublication(target: target).publish(files, check: check)
    return "\(target)/\(NightPage.path)"
  }

  /// True where the page of `day` that can be read is the one that `run` made.
  public static func hasPage(of day: Day, run: Int, in root: String) throws -> Bool {
    let path = "\(root)/\(day.iso)/\(NightStatus.path)"
    guard FileTree.exists(path) else { return false }
    return NightStatus(try FileTree.bytes(of: path))?.run == run
  }
}
