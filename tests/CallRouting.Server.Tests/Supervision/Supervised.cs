using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Reports;
using CallRouting.Server.Supervision;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Notices;
using CallRouting.Server.Transfers;
using NodaTime;
using NodaTime.Extensions;
using Office = CallRouting.Server.Tests.Notices.Office;

namespace CallRouting.Server.Tests.Supervision;

/// <summary>Nittedal as supervisors see it, and what happened there. It is Wednesday 18 November 2026, 10:00.</summary>
internal sealed class Supervised(Office office) : IAsyncDisposable
{
    public const string Nittedal = "0233";

    private int made;

    public Office Office => office;

    public RunningServer Server => office.Server;

    public Instant Now => Server.Time.GetUtcNow().ToInstant();

    public static async Task<Supervised> Opens(params (string Key, string? Value)[] settings) => new(await Office.Opens(settings));

    public ValueTask DisposeAsync() => office.DisposeAsync();

    /// <summary>The rounds are made, as each minute.</summary>
    public Task Round() => Server.Get<SupervisionRounds>().RunOnce(Now);

    public Task<List<FlagAnswer>> Flags(string query = "", string who = "supervisor") => Server.Get<List<FlagAnswer>>(who, $"flags{query}");

    public async Task<IReadOnlyList<string>> Kinds() => [.. (await Flags()).Select(flag => flag.Kind)];

    public Task<WallboardAnswer> Wallboard(string query = "") => Server.Get<WallboardAnswer>("supervisor", $"wallboard{query}");

    public async Task<string> Owes(Instant due, bool urgent = false, Instant? settled = null, string? unit = Nittedal)
    {
        var callback = new CallbackRow
        {
            Id = $"callback-{++made}",
            CallId = $"call-{made}",
            LineId = unit is null ? null : $"{unit}-general",
            UnitNumber = unit,
            Reason = CallbackReasons.Unanswered,
            Urgent = urgent,
            Language = "nb",
            CreatedAt = due - Duration.FromDays(2),
            DueAt = due,
            State = settled is null ? CallbackStates.Open : CallbackStates.Settled,
            SettledAt = settled,
        };
        await Server.Write(unit => new CallbackStore(new CountedCallbackStore()).Add(callback, unit));
        return callback.Id;
    }

    /// <summary>Somebody was offered to an office for twenty seconds.</summary>
    public async Task<string> Offered(Instant at, bool accepted = false, bool ours = false, string unit = Nittedal)
    {
        var transfer = new TransferRow
        {
            Id = $"transfer-{++made}",
            CallId = $"call-{made}",
            LineId = $"{unit}-general",
            UnitNumber = unit,
            Kind = "Direct",
            Ladder = "{}",
            State = accepted ? nameof(Completed) : nameof(Unanswered),
            ClimbSince = at,
            StartedAt = at - Duration.FromSeconds(20),
            EndedAt = at,
        };
        await Server.Write(async unit =>
        {
            await new TransferStore().Add(transfer, unit);
            await new CountedTransferStore().Add(
                new()
                {
                    TransferId = transfer.Id,
                    UnitNumber = transfer.UnitNumber,
                    LineId = transfer.LineId,
                    Day = transfer.StartedAt.OsloDate(),
                    Way = nameof(Way.Menu),
                    Language = "nb",
                    Ending = $"{(accepted ? Ending.Accepted : ours ? Ending.Ours : Ending.Exhausted)}",
                },
                unit
            );
            if (ours)
            {
                await new FlagStore().Raise(
                    new()
                    {
                        Id = transfer.Id,
                        CallId = transfer.CallId,
                        TransferId = transfer.Id,
                        RaisedAt = at,
                    },
                    unit
                );
            }
        });
        return transfer.Id;
    }
}
