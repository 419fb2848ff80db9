import Domain
import Warehouse

extension GuardedSQLError {
  /// As an analyst is told it.
  func told(at place: String) -> PipelineError {
    switch kind {
    case .wrong:
      PipelineError(
        .sqlWrong, .config, at: place, "SQL 有误: \(explained)", remedy: "改正这一处; 可用的字段见该数据集的说明 (talentflow contract)")
    case .refused:
      PipelineError(
        .sqlRefused, .config, at: place, "SQL 不允许这样做: \(explained)",
        remedy: "只能用 SELECT 读数据集和代码表 (list_…), 调用说明中列出的函数; 表的条件只能读本表的数据集")
    case .unable:
      PipelineError(.sqlUnable, .config, at: place, "SQL 不能执行: \(explained)", remedy: "检查连接条件和参数; 先缩小日期范围再连接")
    }
  }

  /// SQLite's commonest complaints in Chinese.
  private var explained: String {
    func rest(_ prefix: String) -> String? { message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : nil }
    if let name = rest("no such column: ") { return "没有字段 \(name)" }
    if let name = rest("no such table: ") { return "没有数据集或代码表 \(name)" }
    if let name = rest("no such function: ") { return "没有函数 \(name)" }
    if let name = rest("not authorized to use function: ") { return "函数 \(name) 不能用" }
    if let name = rest("ambiguous column name: ") { return "字段 \(name) 有歧义, 写成 数据集.字段" }
    if let name = rest("wrong number of arguments to function ") { return "函数 \(name) 的参数个数不对" }
    if let name = rest("no value for :") { return "参数 :\(name) 没有值" }
    if message.hasPrefix("access to ") { return "不能读这一数据集 (\(message))" }
    switch message {
    case "not authorized": return "这种语句不能用"
    case "no SELECT": return "应为一条 SELECT"
    case "no expression": return "应为一个条件, 不是语句"
    case "unterminated text, name or comment": return "引号或注释没有结束"
    case "unclosed parenthesis": return "括号没有结束"
    case "closing parenthesis without an open one": return "多了一个右括号"
    case "more than one statement": return "分号: 只能有一条语句"
    case "parameters are :name": return "参数写成 :名称"
    case "runaway statement": return "计算量超过限度"
    default: return message
    }
  }
}
