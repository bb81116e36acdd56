using System.IO.Compression;
using System.Xml;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>
/// Writes a roster as an Excel workbook of one sheet (ECMA-376): dates and times are numbers that Excel shows as such, everything else is
/// text, so nothing in it is ever a formula.
/// </summary>
public static class ExcelSheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Places in the list of cell formats in Styles.
    private const string AsDate = "1";
    private const string AsTime = "2";
    private const string AsHeading = "3";

    private static readonly LocalDate DayZero = new(1899, 12, 30);

    /// <param name="now">When it was written.</param>
    public static byte[] Write(RosterSheet sheet, Instant now)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes, now);
            Add(zip, "_rels/.rels", RootRelations, now);
            Add(zip, "xl/workbook.xml", Workbook, now);
            Add(zip, "xl/_rels/workbook.xml.rels", WorkbookRelations, now);
            Add(zip, "xl/styles.xml", Styles, now);
            using var part = Part(zip, "xl/worksheets/sheet1.xml", now).Open();
            using var xml = XmlWriter.Create(part);
            WriteRows(xml, sheet);
        }
        return bytes.ToArray();
    }

    private static void WriteRows(XmlWriter xml, RosterSheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        xml.WriteStartElement("row", Main);
        foreach (var heading in CsvSheet.Header)
        {
            Text(xml, heading, AsHeading);
        }
        xml.WriteEndElement();
        foreach (var row in sheet.Rows.SelectMany(row => DutySpans.Days(row.Span).Select(day => row with { Span = day })))
        {
            WriteRow(xml, row);
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, SheetRow row)
    {
        xml.WriteStartElement("row", Main);
        foreach (var (column, field) in CsvSheet.Header.Zip(CsvSheet.Fields(row)))
        {
            switch (column)
            {
                case SheetColumns.Date:
                    Number(xml, Period.DaysBetween(DayZero, row.Span.From.Date), AsDate);
                    break;
                case SheetColumns.From:
                    Number(xml, PartOfDay(row.Span.From.TimeOfDay), AsTime);
                    break;
                case SheetColumns.To:
                    Number(xml, PartOfDay(row.Span.To.TimeOfDay), AsTime);
                    break;
                default:
                    Text(xml, field);
                    break;
            }
        }
        xml.WriteEndElement();
    }

    private static double PartOfDay(LocalTime time) => (double)time.TickOfDay / NodaConstants.TicksPerDay;

    private static void Number(XmlWriter xml, double number, string style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("s", style);
        xml.WriteElementString("v", Main, XmlConvert.ToString(number));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string text, string style = "0")
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("s", style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteElementString("t", Main, string.Concat(text.Where(XmlConvert.IsXmlChar)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static ZipArchiveEntry Part(ZipArchive zip, string name, Instant now)
    {
        var part = zip.CreateEntry(name);
        part.LastWriteTime = now.ToDateTimeOffset();
        return part;
    }

    private static void Add(ZipArchive zip, string name, string content, Instant now)
    {
        using var part = new StreamWriter(Part(zip, name, now).Open());
        part.Write(content);
    }

    private const string ContentTypes = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        </Types>
        """;

    private const string RootRelations = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/>
        </Relationships>
        """;

    private const string Workbook = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <workbook xmlns="{Main}" xmlns:r="{Relation}">
          <sheets><sheet name="Vaktliste" sheetId="1" r:id="rId1"/></sheets>
        </workbook>
        """;

    private const string WorkbookRelations = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{Relation}/worksheet" Target="worksheets/sheet1.xml"/>
          <Relationship Id="rId2" Type="{Relation}/styles" Target="styles.xml"/>
        </Relationships>
        """;

    // 164: a date that sorts; 20: h:mm.
    private const string Styles = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <styleSheet xmlns="{Main}">
          <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
          <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
          <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
          <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="4">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="20" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
          </cellXfs>
        </styleSheet>
        """;
}
