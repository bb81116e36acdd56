using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CallRouting.Core.Offices;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Demo;

/// <summary>
/// What an operator, or scripts/run, types before the demo's first start: prepare [--speed N] [--closed]. Makes the data
/// folder's secrets and clock, the schema, the registers and the roster; run again it keeps what is there.
/// </summary>
public sealed class PrepareCommand(
    IOptions<ModeOptions> options,
    Migrations migrations,
    RegisterRunner registers,
    RosterStore rosters,
    CallStore calls,
    Writes writes,
    Reads reads,
    OpeningHours hours,
    TextWriter output
)
{
    private readonly ModeOptions mode = options.Value;

    private const double Slowest = 1;
    private const double Fastest = 20;

    public async Task<int> Run(string[] args, TimeProvider wall)
    {
        if (Read(args) is not var (speed, closed))
        {
            await output.WriteLineAsync($"prepare [--speed N] [--closed]: N is a number from {Slowest} to {Fastest}.");
            return 2;
        }
        await migrations.Apply();
        var load = await registers.Load(RegisterFiles.OwnFolder);
        var reading = RosterFile.Read(mode.DemoFilePath, demoNumbers: true);
        if (load.Outcome == LoadOutcome.Refused || !reading.IsGood)
        {
            await output.WriteLineAsync(
                string.Join(
                    '\n',
                    [.. load.Reading.Faults.Select(fault => fault.ToString()), .. reading.Faults.Select(fault => fault.ToString())]
                )
            );
            return 1;
        }
        await writes.Commit(unit => rosters.Replace(reading.Book, unit));
        var begin = DemoDay.Begin(wall.GetUtcNow().ToInstant(), await LastSeen(), closed, hours);
        new ClockFile(begin.InOslo().ToDateTimeOffset(), wall.GetUtcNow(), speed).Write(mode.ClockPath);
        await output.WriteLineAsync($"The demo's clock begins on {begin.InOslo():uuuu-MM-dd HH:mm}, speed {speed}.");
        return 0;
    }

    /// <summary>Keys and tokens of this installation, made once. Demo tokens are fixed: they open nothing but a demo.</summary>
    public static void MakeSecrets(ModeOptions mode)
    {
        Directory.CreateDirectory(mode.DataFolder);
        if (File.Exists(mode.SecretsPath))
        {
            return;
        }
        var secrets = new
        {
            Provider = new { AccountSid = "AC" + Hex(16), AuthToken = Hex(16) },
            Privacy = new { Keys = new[] { Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) } },
            SignIn = new { DemoTokens = Roles.All.ToDictionary(role => role, role => $"demo-{role}") },
        };
        File.WriteAllText(mode.SecretsPath, JsonSerializer.Serialize(secrets));
    }

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private static (double Speed, bool Closed)? Read(string[] args) =>
        args switch
        {
            ["--closed", .. var rest] => Read(rest) is var (speed, _) ? (speed, true) : null,
            [.. var rest, "--closed"] => Read([.. rest]) is var (speed, _) ? (speed, true) : null,
            ["--speed", var number] => Speed(number) is { } speed ? (speed, false) : null,
            [] => (Slowest, false),
            _ => null,
        };

    private static double? Speed(string number) =>
        double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given)
        && given is >= Slowest and <= Fastest
            ? given
            : null;

    private Task<Instant?> LastSeen() => reads.Ask(calls.LastMoment);
}
