using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Queue;
using NodaTime;

namespace CallRouting.Server.Tests.Menus;

/// <summary>A Norway small enough to read: one of each kind of place that the menu treats differently.</summary>
internal static class Norway
{
    private static readonly string[] OsloDistricts =
    [
        "Gamle Oslo",
        "Grünerløkka",
        "Sagene",
        "St. Hanshaugen",
        "Frogner",
        "Ullern",
        "Vestre Aker",
        "Nordre Aker",
        "Bjerke",
        "Grorud",
        "Stovner",
        "Alna",
        "Østensjø",
        "Nordstrand",
        "Søndre Nordstrand",
        "Sentrum",
    ];

    private static readonly string[] StavangerDistricts =
    [
        "Hundvåg",
        "Tasta",
        "Eiganes og Våland",
        "Madla",
        "Storhaug",
        "Hillevåg",
        "Hinna",
        "Finnøy",
        "Rennesøy",
    ];

    /// <summary>
    /// 1481 Nittedal, one office · 0151 Oslo, sixteen districts, each with an office but the last · 4005 Stavanger, nine districts ·
    /// 7010 Trondheim, two districts ·
    /// 9170 Svalbard, no county of another name · 6390 Vestnes, no office · 6008 Ålesund, two offices.
    /// </summary>
    public static Places Places { get; } =
        new(
            new Registers
            {
                Areas =
                [
                    new("3232", AreaKind.Municipality, "Nittedal", "3232", "32", "Akershus"),
                    new("0301", AreaKind.Municipality, "Oslo", "0301", "03", "Oslo"),
                    .. OsloDistricts.Select((name, index) => District("0301", index + 1, name, "Oslo")),
                    new("1103", AreaKind.Municipality, "Stavanger", "1103", "11", "Rogaland"),
                    .. StavangerDistricts.Select((name, index) => District("1103", index + 1, name, "Rogaland")),
                    new("5001", AreaKind.Municipality, "Trondheim", "5001", "50", "Trøndelag"),
                    District("5001", 1, "Midtbyen", "Trøndelag"),
                    District("5001", 2, "Lerkendal", "Trøndelag"),
                    new("2100", AreaKind.Territory, "Svalbard", "2100", "21", "Svalbard"),
                    new("1535", AreaKind.Municipality, "Vestnes", "1535", "15", "Møre og Romsdal"),
                    new("1508", AreaKind.Municipality, "Ålesund", "1508", "15", "Møre og Romsdal"),
                ],
                Postcodes =
                [
                    new("1481", "HAGAN", "3232"),
                    new("0151", "OSLO", "0301"),
                    new("4005", "STAVANGER", "1103"),
                    new("7010", "TRONDHEIM", "5001"),
                    new("9170", "LONGYEARBYEN", "2100"),
                    new("6390", "VESTNES", "1535"),
                    new("6008", "ÅLESUND", "1508"),
                ],
                Offices =
                [
                    new(new("0233"), "Nav Nittedal"),
                    .. OsloDistricts.Take(15).Select((name, index) => new RegisteredOffice(OsloUnit(index + 1), $"Nav {name}")),
                    new(new("1169"), "Nav Rennesøy og Finnøy"),
                    new(new("5701"), "Nav Falkenborg"),
                    new(new("5702"), "Nav Lerkendal"),
                    new(new("1902"), "Nav Tromsø"),
                    new(new("1504"), "Nav Ålesund"),
                    new(new("1505"), "Nav Borgund"),
                ],
                OfficeAreas =
                [
                    new("3232", new("0233")),
                    .. Enumerable.Range(1, 15).Select(number => new OfficeArea($"0301{number:00}", OsloUnit(number))),
                    .. Enumerable.Range(1, 9).Select(number => new OfficeArea($"1103{number:00}", new("1169"))),
                    new("500101", new("5701")),
                    new("500102", new("5702")),
                    new("2100", new("1902")),
                    new("1508", new("1504")),
                    new("1508", new("1505")),
                ],
            }
        );

    public static UnitNumber OsloUnit(int district) => new($"03{district + 10}");

    /// <summary>
    /// What the menu must know. Code 24680 is Nav Nittedal's, 13579 the contact centre's; a code given is always 90210.
    /// </summary>
    public static MenuFacts FactsOf(
        Instant now,
        string? numberEnding,
        UnitNumber? officeCalled,
        PhoneNumber? emergencyNumber,
        QueueFacts? queue = null
    ) =>
        new()
        {
            Now = now,
            Places = Places,
            Hours = OpeningHours.Default,
            Plan = new NumberPlan([]),
            CallerNumberEnding = numberEnding,
            OfficeOfNumberCalled = officeCalled,
            NumberShown = "55 55 33 33",
            OpenCallbackByCode = code =>
                code switch
                {
                    "24680" => new OpenCallback("callback-1", new UnitNumber("0233"), "3232", Urgency.Urgent),
                    "13579" => new OpenCallback("callback-2", null, null, Urgency.NotStated),
                    _ => null,
                },
            FreshCode = () => "90210",
            CallbackDue = visit => DeadlineRules.DueAt(now, visit.Urgency, OpeningHours.Default, DeadlinePolicy.Default),
            EmergencyNumber = _ => emergencyNumber,
            Queue = () => queue ?? QueueFacts.Nobody,
        };

    private static Area District(string municipality, int number, string name, string county) =>
        new($"{municipality}{number:00}", AreaKind.District, name, municipality, municipality[..2], county);
}
