import ArgumentParser
import Pipeline

/// `talentflow install`
struct Install: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "给出每天定时运行的 crontab 行或 systemd 单元; 只打印, 不改系统。",
      "Give crontab lines or systemd units for a run every day; prints them and changes nothing of the system."),
    discussion: told(
      """
      路径都写成绝对的, 每一项是做什么用的写在注释里。--into 把文件写进一个文件夹 (已有不同内容的不覆盖); 放进系统由你自己做, 怎么做也在注释里。

      \(example) talentflow install Pipelines/quarterly-bulletin.yaml --cron --at 02:00
      \(example) talentflow install Pipelines/quarterly-bulletin.yaml --systemd --into units
      """,
      """
      Paths are absolute, and comments say what each part is for. --into writes the files into a folder (one that is there with another content is kept); to put them into the system is left to you, and the comments say how.

      \(example) talentflow install Pipelines/quarterly-bulletin.yaml --cron --at 02:00
      \(example) talentflow install Pipelines/quarterly-bulletin.yaml --systemd --into units
      """))

  @Argument(help: told("流程文件 (YAML)。", "The pipeline file (YAML)."), completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Flag(help: told("crontab 行。", "Lines for a crontab."))
  var cron = false

  @Flag(help: told("systemd 的 .service 和 .timer。", "A .service and a .timer for systemd."))
  var systemd = false

  @Option(help: told("每天几点几分, 本机时间。", "The time of day, in the time zone of this machine."))
  var at = "02:00"

  @Option(
    help: told("写进这个文件夹; 缺省只打印。", "Write into this folder; by default they are only printed."), completion: .directory)
  var into: String?

  @OptionGroup var reports: RunReports

  func validate() throws {
    if cron == systemd { throw ValidationError(told("--cron 和 --systemd 选一个。", "Choose one of --cron and --systemd.")) }
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
