/** Who answers for what in the sample office, by the person's key; the words are those clients ask by. */
export const remits: Readonly<Record<string, readonly string[]>> = {
  shiliping: ['贴息', '惠企贷款', '创业担保贷款'],
  wangqiang: ['银企对接', '技改贷款', '普惠金融'],
  lizhichao: ['上市后备', '股权融资', '企业上市'],
  luzhiwen: ['专项债券', '债券项目'],
  zhangwei: ['部门预算', '预算绩效'],
  haojunfeng: ['国库支付', '集中支付'],
  zhaomin: ['农业保险', '保费补贴'],
  taozhiguo: ['整村授信', '惠农补贴'],
  mowenlong: ['国有资产', '资产处置', '房产出租'],
}
