SELECT * FROM readings WHERE item IN ('从业人员', '营业收入', '服务人次', '服务用人单位', '招聘会场次', '网络发布岗位', '培训人次')
