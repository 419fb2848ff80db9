import Documents
import Domain
import Foundation

/// When and how a machine is to run a pipeline by itself: everything absolute, as cron and systemd give next to no
/// environment.
public struct NightlySchedule {
  let spec: PipelineSpec
  /// Path of this program.
  let program: String
  let hour: Int
  let minute: Int
  let metrics: String?
  let mailTo: [String]
  let folder: String

  /// - Parameters:
  ///   - file: the pipeline file.
  ///   - time: `02:00`.
  ///   - metrics: as the option of `run`; nil for none.
  ///   - mailTo: as the option of `run`.
  /// - Throws: `PipelineError` TF740 (exit 78) where the time is none; those of the pipeline file.
  public init(file: String, at time: String, metrics: String?, mailTo: [String]) throws {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { throw PipelineError(.wrongTime, .config, at: "--at", "\(time) 不是时间", remedy: "写成 02:00") }
    (self.hour, self.minute) = (hour, minute)
    folder = FileManager.default.currentDirectoryPath
    spec = try PipelineSpec(file: Paths.join(folder, file))
    program = Paths.real("/proc/self/exe")
    self.metrics = metrics.map { [folder] in Paths.join(folder, $0) }
    self.mailTo = mailTo
  }

  /// The words of the command, not quoted yet.
  var command: [String] {
    [program, "run", spec.path, "--log", "json"] + (metrics.map { ["--metrics", $0] } ?? [])
      + mailTo.flatMap { ["--mail-to", $0] }
  }

  /// `talentflow-quarterly-bulletin`: a name for files and units.
  var name: String {
    let words = spec.id.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return (["talentflow"] + words.map(String.init)).joined(separator: "-")
  }

  /// `02:00`.
  var clock: String { String(format: "%02d:%02d", hour, minute) }

  /// What to know of it that stands in no unit.
  public var notes: [String] {
    guard ProcessInfo.processInfo.environment[PseudonymKey.variable] != nil else { return [] }
    return [
      "现在的密钥由环境变量 \(PseudonymKey.variable) 给出, 定时运行时没有这个变量: 先把它的值存为 \(PseudonymKey.path(in: spec.work)) (chmod 600)"
    ]
  }

  /// Writes the files into `folder`; those that are there with another content are left alone.
  ///
  /// - Returns: what to print, in Chinese.
  /// - Throws: `PipelineError` TF741 (exit 73) where there is such a file.
  public static func write(_ files: [(name: String, text: String)], into folder: String) throws -> [String] {
    do {
      return try files.map { file in
        let path = "\(folder)/\(file.name)"
        if FileTree.exists(path), try FileTree.bytes(of: path) != Array(file.text.utf8) {
          throw PipelineError(.existingFile, .cannotCreate, at: path, "已有这个文件, 内容不同, 不会覆盖", remedy: "先把它移走, 或换一个文件夹")
        }
        try DurableFile.replace(path, with: Array(file.text.utf8))
        return "已写 \(path)"
      }
    } catch {
      throw Failure.error(error, at: folder)
    }
  }

  /// True of what means the same to everyone without quotes.
  static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-@+,:=".contains($0)) }
  }

  /// - Throws: `PipelineError` TF742 (exit 78) for a text that no line can hold.
  static func singleLine(_ text: String) throws -> String {
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw PipelineError(
        .unfitPath, .config, at: Redaction.shown(text, limit: 200), "路径中有换行或控制字符, 写不进定时任务", remedy: "改文件夹的名称")
    }
    return text
  }
}
