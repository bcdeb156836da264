package dev.segmentation.table.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;

/** The text of a cell that holds a number: 236220, not 236220.0; a date as 2026-03-31. */
final class WorkbookNumber {
    /** Excel keeps fifteen digits; what stands behind them is rounding. */
    private static final MathContext DIGITS = new MathContext(15);

    private WorkbookNumber() {}

    static String text(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime time = cell.getLocalDateTimeCellValue();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : time.toString();
        }
        BigDecimal number = new BigDecimal(cell.getNumericCellValue()).round(DIGITS);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
