/// 岗位类别 of the catalog.
public enum JobCategory: String, Sendable, CaseIterable {
  /// 管理
  case management
  /// 专业技术
  case professional
  /// 市场营销
  case marketing
  /// 高技能
  case skilled
}
