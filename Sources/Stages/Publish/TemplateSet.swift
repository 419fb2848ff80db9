import Documents
import Domain
import Mustache

/// The templates of a folder: `*.mustache`, `style.css`, `sort.js`, and the words in `texts/*.csv`.
public struct TemplateSet: Sendable {
  /// Name of the folder of the words, within that of the templates.
  public static let texts = Texts.folder

  /// Documents, not partials.
  enum Page: String, CaseIterable {
    case bulletin
    case catalog
    case catalogMethods = "catalog-methods"
    case evidence
    case licences
    case list
    case matches
    case nightly
    case outlookGroup = "outlook-group"
    case reports
    case scorecard
  }

  public let texts: Texts
  let style: String
  /// What sorts tables at a click.
  let script: String
  /// Source of each template by name; the test that checks the tags reads it.
  let sources: [String: String]
  private let library: MustacheLibrary
  /// Where the policy of a page goes: before all that it speaks of.
  private static let charset = "<meta charset=\"utf-8\">"

  /// - Throws: `PipelineError` for a file that is missing or wrong, and for a tag `text.x` that no file of words has.
  public init(folder: String) throws {
    texts = try Texts(templates: folder)
    style = try TemplateSet.read("\(folder)/style.css")
    // A style sheet has no use for `<`, and `</style>` would end it early.
    guard !style.contains("<") else {
      throw PipelineError(.wrongTemplate, .config, at: "\(folder)/style.css", "样式表中有 “<”", remedy: "删去该字符")
    }
    script = try TemplateSet.read("\(folder)/sort.js")
    guard !script.contains("</") else {
      throw PipelineError(.wrongTemplate, .config, at: "\(folder)/sort.js", "脚本中有 “</”", remedy: "拆开这两个字符")
    }
    _ = TemplateSet.escaping
    let names = ((try? FileTree.names(in: folder)) ?? []).filter { $0.hasSuffix(".mustache") }
    var library = MustacheLibrary()
    var sources: [String: String] = [:]
    for file in names {
      let name = String(file.dropLast(".mustache".count))
      let source = try TemplateSet.read("\(folder)/\(file)")
      var guarded = source
      if Page(rawValue: name) != nil {
        guard source.contains(TemplateSet.charset) else {
          throw PipelineError(
            .wrongTemplate, .config, at: "\(folder)/\(file)", "没有 \(TemplateSet.charset)", remedy: "放回这一行, 安全策略写在它后面")
        }
        let policy = try PagePolicy(source, values: ["style": style, "script": script], at: "\(folder)/\(file)")
        guarded = source.replacing(
          TemplateSet.charset, with: "\(TemplateSet.charset)\n\(policy.meta)", maxReplacements: 1)
      }
      do {
        try library.register("{{% CONTENT_TYPE:\(TemplateSet.escapingName)}}" + guarded, named: name)
      } catch let error as MustacheTemplate.ParserError {
        throw PipelineError(
          .wrongTemplate, .config, at: "\(folder)/\(file):\(error.context.lineNumber)", "模板写错: \(error.error)",
          remedy: "检查该行的 {{ }} 是否成对")
      }
      sources[name] = source
    }
    self.library = library
    self.sources = sources
    try check(folder)
  }

  /// The page as HTML.
  func render(_ page: Page, _ context: [String: Any]) -> [UInt8] {
    // `init` made sure that the page is there.
    Array((library.render(context, withTemplate: page.rawValue) ?? "").utf8)
  }

  private func check(_ folder: String) throws {
    for page in Page.allCases where sources[page.rawValue] == nil {
      throw PipelineError(.wrongTemplate, .config, at: "\(folder)/\(page.rawValue).mustache", "缺少模板", remedy: "放回该文件")
    }
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      for tag in TemplateTag.all(in: source) {
        let place = "\(folder)/\(name).mustache:\(tag.line)"
        if tag.kind == .partial, sources[tag.name] == nil {
          throw PipelineError(
            .wrongTemplate, .config, at: place, "引用了不存在的模板 “\(tag.name)”", remedy: "放回 \(tag.name).mustache 或删去该标记")
        }
        if tag.name.hasPrefix("text."), !texts.has(String(tag.name.dropFirst(5))) {
          throw PipelineError(
            .wrongTemplate, .config, at: place, "texts 中没有文字 “\(tag.name.dropFirst(5))”",
            remedy: "在 texts 的一个文件中加一行, 或改正标记")
        }
      }
    }
  }

  private static func read(_ path: String) throws -> String {
    guard let bytes = try? FileTree.bytes(of: path) else {
      throw PipelineError(.wrongTemplate, .config, at: path, "读不到模板文件", remedy: "放回该文件")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PipelineError(.wrongTemplate, .config, at: path, "不是 UTF-8 编码", remedy: "用 UTF-8 另存")
    }
    return text
  }

  private static let escapingName = "MARKUP"
  /// Registered once; Mustache's own escaping works on characters and misses a quote with a combining mark behind it.
  private static let escaping: Void = MustacheContentTypes.register(MarkupContent(), named: escapingName)

  private struct MarkupContent: MustacheContentType {
    func escapeText(_ text: String) -> String { Markup.escaped(text) }
  }
}
