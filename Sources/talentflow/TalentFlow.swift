import ArgumentParser
import Pipeline

/// The command line. Each command is one file in `Commands/` and does no more than read options, call the pipeline and
/// print.
@main
struct TalentFlow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talentflow",
    abstract: told(
      "人才市场供求统计流水线: 收取 CSV 导出, 计算指标, 编制公报。",
      "Statistics of a city's labour market: takes CSV exports, computes figures, makes bulletins."),
    discussion: told(
      """
      \(example) talentflow run Pipelines/quarterly-bulletin.yaml

      退出码: 0 完成; 64 命令写错; 65 数据有误; 66 没有输入; 70 内部错误; 73 无法建立文件; 74 读写出错; 75 稍后再试; 78 配置有误;
      128 + 信号: 被信号停止 (Ctrl-C 130, SIGTERM 143)。
      各命令都可以加 --lang en: 说明和命令写错时的话用英文; 结果和有代码的错误 (如 [TF413]) 总是中文。
      出错的一行末尾有代码, 如 [TF413]: 用 talentflow explain TF413 看意思和办法。
      """,
      """
      \(example) talentflow run Pipelines/quarterly-bulletin.yaml

      Exit codes: 0 done; 64 wrong command line; 65 wrong data; 66 no input; 70 internal error; 73 a file cannot be made; 74 reading or writing failed; 75 try again later; 78 wrong configuration;
      128 + signal: stopped by a signal (Ctrl-C 130, SIGTERM 143).
      Every command takes --lang en: help, and what is wrong with a command line, are then in English. Results, and errors with a code such as [TF413], are in Chinese.
      talentflow explain TF413 tells what a code means and what to do.
      """),
    version: PipelineRun.version,
    subcommands: [
      Run.self, Plan.self, NewSource.self, Status.self, Explain.self, Table.self, ContractCommand.self, Verify.self,
      Check.self,
      Forecast.self, Code.self, Screen.self, Scan.self, Key.self, Diff.self, Backup.self, Restore.self, Install.self,
    ])

  /// What is said of a command line that is wrong repeats it: numbers of persons in it are masked, as everywhere.
  static func main() {
    let (arguments, isEnglish) = ParserWords.asked(Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let told = fullMessage(for: error)
      let message = isEnglish ? told : ParserWords.chinese(told)
      let isHelp = told.contains("USAGE: ")
      guard !code.isSuccess || isHelp else { exit(withError: error) }
      if code.isSuccess { print(message) } else if !message.isEmpty { StandardError.tell(message) }
      exit(withError: code)
    }
  }
}
