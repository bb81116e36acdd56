using System.Diagnostics;
using System.Text.Json;
using CallRouting.Scenarios;
using CallRouting.Server.Sheets;

namespace CallRouting.Server.Tests.Sheets;

/// <summary>What is written as CSV is read by somebody else's reader, npm's csv-parse, without loss and with nothing to execute.</summary>
public sealed class CsvTextTests
{
    private static readonly string[] Texts =
    [
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+47 22 00 00 00",
        "-1",
        "@SUM(A1)",
        "\ttab",
        "\rreturn",
        "\nnewline",
        "'",
        "'=already quoted",
        "''",
        "＝wide",
        "She said \"no\"; then; left",
        "two\nlines\r\nor three",
        "Ærlig øl på Åse",
        "Guovdageaidnu Kárášjohka Ŋ Đ Ž Č ŧ",
        " spaces ",
        "",
        "a;b",
        "1,5",
        "plain",
    ];

    [Test]
    public async Task Every_text_comes_back_as_it_was()
    {
        var rows = await Read(CsvText.Write(Texts.Select(text => (IReadOnlyList<Cell>)[Cell.Of(text), Cell.Of("after")])));
        Assert.That(rows.Select(row => Restored(row[0])), Is.EqualTo(Texts));
        Assert.That(rows.Select(row => row[1]), Is.All.EqualTo("after"));
    }

    [Test]
    public async Task No_field_begins_as_a_formula_does()
    {
        var rows = await Read(CsvText.Write(Texts.Select(text => (IReadOnlyList<Cell>)[Cell.Of(text)])));
        Assert.That(rows.SelectMany(row => row).Where(field => field.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(field[0])), Is.Empty);
    }

    [Test]
    public async Task By_lot_too([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        const string letters = "=+-@'\"; ,\t\r\næøåÆØÅšžŋa1";
        var texts = Enumerable.Range(0, 200).Select(_ => new string(random.GetItems<char>(letters, random.Next(1, 12)))).ToList();
        var rows = await Read(CsvText.Write(texts.Select(text => (IReadOnlyList<Cell>)[Cell.Of(text), Cell.Of("after")])));
        Assert.That(rows.Select(row => Restored(row[0])), Is.EqualTo(texts));
    }

    [Test]
    public void Excel_in_Norway_finds_its_mark_its_semicolons_and_its_decimal_comma()
    {
        var bytes = CsvText.Write([
            [Cell.Of(0.5), Cell.Percent(0.13636363), Cell.Of(40L), Cell.Of(-2)],
        ]);
        Assert.That(bytes.Take(3), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        Assert.That(System.Text.Encoding.UTF8.GetString(bytes[3..]).TrimEnd(), Is.EqualTo("0,5;0,1364;40;-2"));
    }

    // What the file's description says: one ' off the beginning.
    private static string Restored(string field) => field.StartsWith('\'') ? field[1..] : field;

    private static async Task<IReadOnlyList<string[]>> Read(byte[] csv)
    {
        var console = Path.Combine(Repository.Folder("src"), "console");
        Assume.That(Path.Combine(console, "node_modules", "csv-parse"), Does.Exist, "Its packages are missing: npm ci in src/console.");
        var script = Path.Combine(Repository.Folder("tests"), "CallRouting.Server.Tests", "Sheets", "read-csv.mjs");
        var start = new ProcessStartInfo("node", [script, console])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var node = Process.Start(start)!;
        var (said, complaints) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.BaseStream.WriteAsync(csv);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.That(node.ExitCode, Is.Zero, await complaints);
        return JsonSerializer.Deserialize<string[][]>(await said)!;
    }
}
