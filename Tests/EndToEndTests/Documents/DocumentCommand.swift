import Foundation
import TestSupport

/// A command of a document that its tests do not run: is there such a program, with such options?
struct DocumentCommand {
  private let words: [String]

  /// What cannot be; nil where all is well.
  var problem: String? {
    get throws {
      switch words.first {
      case "talentflow": return try options(.talentflow, at: 1)
      case "swift" where words.dropFirst().first == "run":
        let name = words.dropFirst(2).firstIndex { $0.hasPrefix("talentflow") } ?? words.endIndex
        return name < words.endIndex ? try options(.beside(words[name]), at: name + 1) : "no program"
      case "swift" where words.contains("--filter"): return suites
      case "python3":
        guard words.count > 1, let python = Tool.python else { return "no script" }
        guard FileManager.default.fileExists(atPath: Repository.file(words[1])) else { return "no such script" }
        // What reads its arguments by place has no options to look for.
        guard words.contains(where: { $0.hasPrefix("--") }) else { return nil }
        let help = try python.run(
          [Repository.file(words[1]), "--help"], environment: ["PYTHONDONTWRITEBYTECODE": "1"])
        return missing(in: help, after: 2)
      case let path? where path.contains("/"):
        return FileManager.default.isExecutableFile(atPath: Repository.file(path)) ? nil : "no such script"
      case let name?: return ["swift", "apt-get", "git", "export"].contains(name) ? nil : "unknown program"
      case nil: return "empty"
      }
    }
  }

  init(_ words: [String]) { self.words = words }

  /// - Parameter index: of the subcommand, if there is one.
  private func options(_ program: Program, at index: Int) throws -> String? {
    let hasCommand = index < words.count && !words[index].hasPrefix("-")
    return missing(in: try program.run((hasCommand ? [words[index]] : []) + ["--help"]), after: index)
  }

  private func missing(in help: Program.Result, after index: Int) -> String? {
    guard help.status == 0 else { return help.errors }
    return words.dropFirst(index).first { $0.hasPrefix("--") && !help.output.contains($0) }
  }

  /// All tests, read once for all commands.
  private static let tests = Repository.files("Tests", suffix: ".swift").map { (try? Repository.text($0)) ?? "" }

  /// Suites or tests that nothing in `Tests` declares.
  private var suites: String? {
    let pattern = words[words.firstIndex(of: "--filter")! + 1].filter { $0 != "'" }
    return pattern.split(separator: "|").map(String.init).first { name in
      !FileManager.default.fileExists(atPath: Repository.file("Tests/\(name)"))
        && !DocumentCommand.tests.contains { $0.contains("struct \(name) ") || $0.contains("func \(name)(") }
    }
  }
}
