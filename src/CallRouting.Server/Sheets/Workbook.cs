using System.IO.Compression;
using System.Xml;
using NodaTime;

namespace CallRouting.Server.Sheets;

/// <summary>
/// Writes an Excel workbook (ECMA-376): dates, times and numbers are numbers that Excel shows as such, everything else is text, so nothing in
/// it is ever a formula.
/// </summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestName = 31;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="now">When it was written.</param>
    public static byte[] Write(IReadOnlyList<Sheet> sheets, Instant now)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes, now);
            Add(zip, "_rels/.rels", RootRelations, now);
            Add(zip, "xl/styles.xml", Styles, now);
            Part(zip, "xl/workbook.xml", now, xml => WriteNames(xml, sheets));
            Part(zip, "xl/_rels/workbook.xml.rels", now, xml => WriteRelations(xml, sheets.Count));
            foreach (var (i, sheet) in sheets.Index())
            {
                Part(zip, $"xl/worksheets/sheet{i + 1}.xml", now, xml => WriteRows(xml, sheet.Rows));
            }
        }
        return bytes.ToArray();
    }

    private static void WriteNames(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        foreach (var (i, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", NameOf(sheet));
            xml.WriteAttributeString("sheetId", XmlConvert.ToString(i + 1));
            xml.WriteAttributeString("r", "id", Relation, $"rId{i + 1}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, int sheets)
    {
        const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.WriteStartElement("Relationships", package);
        for (var i = 0; i <= sheets; i++)
        {
            xml.WriteStartElement("Relationship", package);
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", i < sheets ? $"{Relation}/worksheet" : $"{Relation}/styles");
            xml.WriteAttributeString("Target", i < sheets ? $"worksheets/sheet{i + 1}.xml" : "styles.xml");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteRows(XmlWriter xml, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        foreach (var row in rows)
        {
            xml.WriteStartElement("row", Main);
            foreach (var cell in row)
            {
                Write(xml, cell);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Cell cell)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("s", XmlConvert.ToString((int)cell.Look));
        if (cell.Number is { } number)
        {
            xml.WriteElementString("v", Main, XmlConvert.ToString(number));
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(string.Concat(cell.Text.Where(XmlConvert.IsXmlChar)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // Excel refuses these, and names that are longer.
    private static string NameOf(Sheet sheet)
    {
        var name = string.Concat(sheet.Name.Where(letter => !"[]:*?/\\".Contains(letter, StringComparison.Ordinal)));
        return name.Length > LongestName ? name[..LongestName] : name;
    }

    private static void Part(ZipArchive zip, string name, Instant now, Action<XmlWriter> write)
    {
        using var part = Entry(zip, name, now).Open();
        using var xml = XmlWriter.Create(part);
        write(xml);
    }

    private static void Add(ZipArchive zip, string name, string content, Instant now)
    {
        using var part = new StreamWriter(Entry(zip, name, now).Open());
        part.Write(content);
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name, Instant now)
    {
        var part = zip.CreateEntry(name);
        part.LastWriteTime = now.ToDateTimeOffset();
        return part;
    }

    private const string ContentTypes = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        </Types>
        """;

    private const string RootRelations = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/>
        </Relationships>
        """;

    // 164: a date that sorts; 20: h:mm; 10: 0.00 %.
    private const string Styles = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <styleSheet xmlns="{Main}">
          <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
          <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
          <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
          <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
          <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
          <cellXfs count="5">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="20" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
            <xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
          </cellXfs>
        </styleSheet>
        """;
}
