import ArgumentParser
import Pipeline

/// `talentflow install`
struct Install: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "给出每天定时运行的 crontab 行或 systemd 单元; 只打印, 不改系统。",
    discussion: """
      路径都写成绝对的, 每一项是做什么用的写在注释里。--into 把文件写进一个文件夹 (已有不同内容的不覆盖); 放进系统由你自己做, 怎么做也在注释里。

      例: talentflow install Pipelines/quarterly-bulletin.yaml --cron --at 02:00
      例: talentflow install Pipelines/quarterly-bulletin.yaml --systemd --into units
      """)

  @Argument(help: "流程文件 (YAML)。", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Flag(help: "crontab 行。")
  var cron = false

  @Flag(help: "systemd 的 .service 和 .timer。")
  var systemd = false

  @Option(help: "每天几点几分, 本机时间。")
  var at = "02:00"

  @Option(help: "写进这个文件夹; 缺省只打印。", completion: .directory)
  var into: String?

  @OptionGroup var reports: RunReports

  func validate() throws {
    if cron == systemd { throw ValidationError("--cron 和 --systemd 选一个。") }
  }

  func run() throws {
    try Outcome.report {
      let schedule = try NightlySchedule(file: pipeline, at: at, metrics: reports.metrics, mailTo: reports.mailTo)
      for note in schedule.notes { StandardError.write("注意 \(note)\n") }
      let files = cron ? [try schedule.crontab()] : try schedule.units()
      guard let into else {
        for file in files {
          print(cron ? file.text : "# ==== \(file.name)\n\(file.text)", terminator: cron ? "" : "\n")
        }
        return
      }
      for line in try NightlySchedule.write(files, into: into) { print(line) }
    }
  }
}
