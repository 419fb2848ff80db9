import Domain
import Foundation

/// A schedule as a line of a crontab.
extension NightlySchedule {
  /// What Debian's cron takes as one command.
  private static let longestCommand = 998

  /// - Throws: `PipelineError` TF742 for a path that cannot be written there, TF743 (exit 78) for too long a line.
  public func crontab() throws -> (name: String, text: String) {
    let log = "\(spec.work)/run.log"
    let words = try command.map(NightlySchedule.shellWord).joined(separator: " ")
    let (work, file) = (try NightlySchedule.shellWord(spec.work), try NightlySchedule.shellWord(log))
    // The percent sign is a line end to cron, also within quotes.
    let line = "mkdir -p -m 0700 \(work) && \(words) >> \(file) 2>&1".replacing("%", with: "\\%")
    guard line.utf8.count <= NightlySchedule.longestCommand else {
      throw PipelineError(
        .longPath, .config, at: spec.path, "路径太长, crontab 一行最多 \(NightlySchedule.longestCommand) 字节",
        remedy: "把项目放到短一些的路径下")
    }
    return (
      "\(name).cron",
      """
      # TalentFlow \(spec.id): 每天 \(clock) (本机时间) 运行。用 crontab -e 把最后一行加到运行它的用户名下。
      # 都是绝对路径: cron 不读 ~/.profile, 没有 PATH 和 LANG; % 前的 \\ 是 crontab 要求的。
      # 日志每行一个 JSON。仓库被别的运行占用时 (退出码 75) 这一次不做, 下一次照常。
      \(NightlySchedule.rotation(of: log, as: "talentflow-\(spec.id)"))
      \(minute) \(hour) * * * \(line)

      """
    )
  }

  /// How logrotate keeps two years of a log, as lines of a comment. cron opens the file anew for each run, so that nothing
  /// has to be told of a new one.
  private static func rotation(of log: String, as name: String) -> String {
    // Quotes end the name, and a pattern might mean other files.
    guard !log.contains(where: { "\"\\*?[]{}\n".contains($0) }) else { return "# 日志会越来越长: 路径中有特殊字符, 请管理员定期移走它。" }
    return """
      # 日志会越来越长: 请管理员把下面几行去掉行首的 #, 存为 /etc/logrotate.d/\(name) (用户和组改成运行它的)。
      # "\(log)" {
      #   monthly
      #   rotate 24
      #   compress
      #   missingok
      #   notifempty
      #   su \(NSUserName()) \(NSUserName())
      # }
      """
  }

  private static func shellWord(_ text: String) throws -> String {
    isPlain(text) ? text : "'\(try singleLine(text).replacing("'", with: "'\\''"))'"
  }
}
