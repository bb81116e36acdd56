using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Reports;
using CallRouting.Server.Supervision;
using CallRouting.Server.Tests.Database;
using NodaTime;

namespace CallRouting.Server.Tests.Callbacks;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class CallbackStoreTests(string engine)
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    private readonly CallbackStore callbacks = new(new CountedCallbackStore());
    private readonly FlagStore flags = new();
    private TestDatabase database = null!;

    [SetUp]
    public async Task Open() => database = await TestDatabase.Migrated(engine);

    [TearDown]
    public async Task Close() => await database.DisposeAsync();

    [Test]
    public async Task A_promise_comes_back_as_it_was_made_and_as_it_was_changed()
    {
        var promise = Promise("one");
        await Write(unit => callbacks.Add(promise, unit));
        Assert.That(await Find("one"), Is.EqualTo(promise).UsingPropertiesComparer());

        (promise.State, promise.SettledAt, promise.SettledBy, promise.RingAt, promise.Rings) = (
            CallbackStates.Settled,
            Now,
            "Kari",
            null,
            4
        );
        (promise.Number, promise.NumberHash, promise.Code) = (null, null, "04711");
        await Write(unit => callbacks.Save(promise, unit));
        Assert.That(await Find("one"), Is.EqualTo(promise).UsingPropertiesComparer());

        promise.Version = 0;
        Assert.That(() => Write(unit => callbacks.Save(promise, unit)), Throws.InstanceOf<LostRaceException>());
    }

    [Test]
    public async Task Open_ones_are_listed_by_deadline_of_one_office_or_of_all()
    {
        await Add("later", unit: "0104", due: 2);
        await Add("sooner", unit: "0104", due: 1);
        await Add("centre", unit: null, due: 0);
        await Add("settled", unit: "0104", due: 0, CallbackStates.Settled);

        Assert.That(await Listed(null), Is.EqualTo(new[] { "centre", "sooner", "later" }));
        Assert.That(await Listed("0104"), Is.EqualTo(new[] { "sooner", "later" }));
        Assert.That(await Listed("0316"), Is.Empty);
    }

    [Test]
    public async Task A_code_leads_to_its_open_promise_and_is_free_again_when_that_is_settled()
    {
        var promise = Promise("one");
        promise.Code = "00042";
        await Write(unit => callbacks.Add(promise, unit));
        Assert.That((await Read(unit => callbacks.OpenByCode("00042", unit)))!.Id, Is.EqualTo("one"));

        promise.State = CallbackStates.Settled;
        await Write(unit => callbacks.Save(promise, unit));
        Assert.That(await Read(unit => callbacks.OpenByCode("00042", unit)), Is.Null);
    }

    [Test]
    public async Task A_flag_comes_back_as_it_was_raised_the_latest_first()
    {
        var (full, bare) = (Flag("one", Now, "0104"), Flag("two", Now + Duration.FromSeconds(1), null));
        await Write(unit => flags.Raise(full, unit));
        await Write(unit => flags.Raise(bare, unit));
        Assert.That(await Read(unit => flags.List(new FlagsAsked(), unit)), Is.EqualTo(new[] { bare, full }).UsingPropertiesComparer());
        Assert.That((await Read(unit => flags.List(new FlagsAsked("0104"), unit))).Single(), Is.EqualTo(full).UsingPropertiesComparer());
    }

    private Task Add(string id, string? unit, int due, string state = CallbackStates.Open)
    {
        var promise = Promise(id);
        (promise.UnitNumber, promise.DueAt, promise.State) = (unit, Now + Duration.FromHours(due), state);
        return Write(work => callbacks.Add(promise, work));
    }

    private async Task<IEnumerable<string>> Listed(string? unit) =>
        (await Read(work => callbacks.Open(unit, 9, work))).Select(callback => callback.Id);

    private async Task<CallbackRow> Find(string id) => (await Read(unit => callbacks.Find(id, unit)))!;

    private Task Write(Func<UnitOfWork, Task> unit) => database.Writes.Commit(unit);

    private Task<T> Read<T>(Func<UnitOfWork, Task<T>> question) => database.Reads.Ask(question);

    private static CallbackRow Promise(string id) =>
        new()
        {
            Id = id,
            CallId = "call-1",
            LineId = "0104-general",
            UnitNumber = "0104",
            Reason = CallbackReasons.Unanswered,
            Urgent = true,
            Language = "en",
            AreaCode = "030101",
            Number = [1, 2, 3],
            NumberHash = "hash",
            CreatedAt = Now,
            DueAt = Now + Duration.FromHours(6),
            RingAt = Now + Duration.FromMinutes(10),
            Rings = 3,
        };

    private static FlagRow Flag(string id, Instant at, string? unit) =>
        new()
        {
            Id = id,
            CallId = "call-1",
            TransferId = unit is null ? null : "transfer-1",
            CallbackId = $"callback-{id}",
            LineId = unit is null ? null : "0104-general",
            UnitNumber = unit,
            Reason = CallbackReasons.Unanswered,
            Urgent = unit is not null,
            CountsAgainstOffice = unit is not null,
            RaisedAt = at,
        };
}
