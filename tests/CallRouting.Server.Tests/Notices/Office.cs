using System.Net;
using CallRouting.Scenarios;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Telephony;
using NodaTime.Extensions;

namespace CallRouting.Server.Tests.Notices;

/// <summary>Nittedal with primary, backup, lead and deputy; Siv supervises, and Stig is her deputy. It is Wednesday 18 November 2026, 10:00.</summary>
internal sealed class Office(RunningServer server) : IAsyncDisposable
{
    public const string Siv = "+4721000001";
    public const string Stig = "+4721000002";

    public static readonly Population People = new([new("0233", "Nittedal", "Primary", "Backup", "Lead", Deputy: "Deputy")]);

    public RunningServer Server => server;

    public static async Task<Office> Opens(params (string Key, string? Value)[] settings)
    {
        var server = await RunningServer.Start([
            ("Notices:Supervisors:0:Supervisor:Name", "Siv"),
            ("Notices:Supervisors:0:Supervisor:Phone", Siv),
            ("Notices:Supervisors:0:Deputy:Name", "Stig"),
            ("Notices:Supervisors:0:Deputy:Phone", Stig),
            .. settings,
        ]);
        await server.Write(unit => new RosterStore().Replace(People.Book(), unit));
        return new(server);
    }

    public static string PhoneOf(string name) => People.NumberOf(name);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>Also Moss, where nobody is on duty and nobody leads.</summary>
    public Task HasMossWithNobody() =>
        server.Write(unit =>
            new RosterStore().Replace(new Population([.. People.Offices, new("0104", "Moss", Primary: null)]).Book(), unit)
        );

    /// <summary>Whatever the office's people do over the API.</summary>
    public async Task Does(string who, string path, object body)
    {
        using var answer = await server.Send(HttpMethod.Post, who, path, body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The rounds are made, as each minute.</summary>
    public async Task Round()
    {
        await server.Get<NoticeRounds>().RunOnce(server.Time.GetUtcNow().ToInstant());
        await Passes(8);
    }

    /// <summary>It becomes a moment that is still to come.</summary>
    public async Task Becomes(string moment)
    {
        var span = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) - server.Time.GetUtcNow();
        Assert.That(span, Is.GreaterThan(TimeSpan.Zero), $"{moment} is past");
        server.Time.Advance(span);
        await Passes(3);
    }

    /// <summary>Second by second: one message a second is what the provider takes.</summary>
    public async Task Passes(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            await server.Act();
            server.Time.Advance(TimeSpan.FromSeconds(1));
        }
        await server.Act();
    }

    /// <summary>What was sent with some words in it.</summary>
    public async Task<IReadOnlyList<Asked>> Sent(string words = "")
    {
        await Passes(4);
        return
        [
            .. server.Asked.All.Where(asked =>
                asked.Path.EndsWith("/Messages.json", StringComparison.Ordinal) && asked["Body"].Contains(words, StringComparison.Ordinal)
            ),
        ];
    }

    /// <summary>Somebody texts us; what they are answered.</summary>
    public async Task<string> Texts(string phone, string body, string? sid = null)
    {
        var reply = await server.Phone.Post(
            "/phone/sms",
            ("MessageSid", sid ?? server.NewSid()),
            ("From", phone),
            ("To", Population.National),
            ("Body", body)
        );
        return reply.Document.Root.Element("Message")!.Value;
    }

    public async Task<long> Told(string story) => await server.Value<long>($"select count(*) from timeline where kind = '{story}'");
}
