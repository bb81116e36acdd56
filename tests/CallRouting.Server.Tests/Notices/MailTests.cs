using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Notices;

/// <summary>Notices by e-mail, to a mail server on this machine. Primary has an address, and reads nynorsk.</summary>
public sealed class MailTests
{
    private const string Line = "/api/lines/0233-general";

    private MailServer mail = null!;
    private Office office = null!;

    [SetUp]
    public async Task Open()
    {
        mail = new MailServer();
        office = await OpensWith($"{mail.Port}");
    }

    [TearDown]
    public async Task Close()
    {
        await office.DisposeAsync();
        await mail.DisposeAsync();
    }

    [Test]
    public async Task Who_has_an_address_gets_a_letter_beside_the_text_in_their_language()
    {
        await Replaced();
        await Soon.Holds(() => mail.Letters.Count == 1, "the letter is taken");
        var letter = mail.Letters[0];
        Assert.That(letter, Does.Contain("From: vakttelefon@nav.example").And.Contain("To: primary@nav.example"));
        Assert.That(letter, Does.Contain("Message-ID: <").And.Contain("Auto-Submitted: auto-generated"));
        Assert.That(Text(letter), Does.Contain("vakta di på Vakttelefon, Nav Nittedal, torsdag 19. november klokka 9, er endra"));
        Assert.That((await office.Sent("vakta di")).Select(sent => sent["To"]), Is.EqualTo(new[] { Office.PhoneOf("Primary") }));
        Assert.That(await Sent(), Is.EqualTo(new[] { "Email", "Sms" }));
    }

    [Test]
    public async Task A_mail_server_that_says_later_is_asked_again()
    {
        mail.Instead = "450 busy";
        await Replaced();
        await office.Passes(3);
        Assert.That(await Sent(), Is.EqualTo(new[] { "Sms" }));
        mail.Instead = null;
        await office.Passes(62);
        Assert.That(mail.Letters, Has.Count.EqualTo(1));
        Assert.That(await Sent(), Is.EqualTo(new[] { "Email", "Sms" }));
    }

    [Test]
    public async Task A_mail_server_that_says_no_is_not_asked_again_and_it_is_told()
    {
        mail.Instead = "550 nobody here";
        await Replaced();
        await office.Passes(70);
        Assert.That(mail.Letters, Is.Empty);
        Assert.That(
            await office.Server.Value<string>("select failed from notices where channel = 'Email'"),
            Is.EqualTo("the mail server says 550")
        );
    }

    [Test]
    public async Task Without_a_mail_server_nobody_is_written_to_and_readiness_says_so()
    {
        await using var without = await OpensWith("25", host: "");
        await Replaced(without);
        Assert.That(await without.Server.Value<long>("select count(*) from notices where channel = 'Email'"), Is.Zero);
        using var client = without.Server.Api(null);
        Assert.That(
            await client.GetStringAsync(new Uri("/internal/isReady", UriKind.Relative)),
            Does.Contain("E-mail is off, and officers have addresses: set Notices:Mail:Host.")
        );
    }

    [Test]
    public void A_server_does_not_start_with_settings_that_mean_nothing()
    {
        var refusal = Assert.ThrowsAsync<InvalidOperationException>(() =>
            RunningServer.Start(
                ("Notices:Mail:Host", "127.0.0.1"),
                ("Notices:Mail:From", "Nav"),
                ("Notices:ShiftSoonAt", "six"),
                ("Notices:Supervisors:0:Supervisor:Phone", "829 00 000"),
                ("Notices:Supervisors:0:Deputy:Name", "Stig")
            )
        );
        Assert.That(
            refusal!.Message.Split('\n'),
            Is.EqualTo(
                new[]
                {
                    "Notices:ShiftSoonAt is \"six\". It must be a time such as 18:00.",
                    "Notices:Supervisors:0:Supervisor:Phone: Phone 829 00 000 is a premium number (829). A duty phone may be 2x, 3x, 4x, 50–57, 6x, 7x or 9x, or in the demo 1x.",
                    "Notices:Supervisors:0:Deputy has neither Phone nor Email. Everybody who is told has a deputy, and each has one or the other.",
                    "Notices:Mail:From is \"Nav\". It must be one address such as kari@nav.no.",
                }
            )
        );
    }

    private static async Task<Office> OpensWith(string port, string host = "127.0.0.1")
    {
        var office = await Office.Opens(
            ("Notices:Mail:Host", host),
            ("Notices:Mail:Port", port),
            ("Notices:Mail:From", "vakttelefon@nav.example"),
            ("Notices:Mail:Tls", "false")
        );
        await office.Server.Write(unit => new RosterStore().Replace(WithAddress(), unit));
        return office;
    }

    private static RosterBook WithAddress()
    {
        var book = Office.People.Book();
        return book with { Offices = [.. book.Offices.Select(one => one with { Officers = [.. one.Officers.Select(Written)] })] };
    }

    private static Officer Written(Officer officer) =>
        officer.Name == "Primary" ? officer with { Email = "primary@nav.example", Language = Language.Nynorsk } : officer;

    private async Task Replaced(Office? at = null)
    {
        var replace = new
        {
            role = "Primary",
            kind = "Replace",
            from = "2026-11-19T09:00:00+01:00",
            to = "2026-11-19T15:00:00+01:00",
            @out = "0233-1",
            @in = "0233-2",
        };
        await (at ?? office).Does("officer:0233-2", $"{Line}/overrides", replace);
        await (at ?? office).Passes(2);
    }

    private async Task<IReadOnlyList<string>> Sent() =>
        await office.Server.Read(unit => unit.Query<string>("select channel from notices where sent_at is not null order by channel"));

    // Quoted-printable or base64, as the framework finds fit.
    private static string Text(string letter)
    {
        var body = letter.Split("\n\n", 2)[1];
        return letter.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)))
            : System.Text.Encoding.UTF8.GetString(Unquoted(body.Replace("=\n", "", StringComparison.Ordinal)));
    }

    private static byte[] Unquoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }
        return [.. bytes];
    }
}
