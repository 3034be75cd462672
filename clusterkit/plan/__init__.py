"""附件6—2: what the plan says, from the data and from what people wrote in 年度计划.xlsx."""
