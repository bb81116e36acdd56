using CallRouting.Server.Rosters;

namespace CallRouting.Server.Tests.Rosters;

/// <summary>A roster file of two offices that has nothing wrong with it; tests change one thing in it.</summary>
internal static class SmallRoster
{
    public static string Text { get; } =
        """
            {
              "about": "Example data",
              "inboundNumbers": [
                { "number": "+4755553333", "name": "National", "flow": "national", "entry": "start" },
                { "number": "+4713010400", "name": "Nav Moss", "flow": "national", "entry": "office", "unitNumber": "0104" }
              ],
              "emergencyNumbers": [
                { "municipalityNumber": "3103", "number": "+4714310300" }
              ],
              "agents": [
                { "id": "agent-1", "name": "Bahar", "station": "+4715000001" },
                { "id": "agent-2", "name": "Eirik", "station": "+4715000002" }
              ],
              "phones": [],
              "rosters": [
                {
                  "unit": "0104",
                  "office": "Nav Moss",
                  "lead": "0104-3",
                  "lines": [
                    { "id": "0104-youth", "name": "Youth", "targetGroup": "18–24" },
                    { "id": "0104-general", "name": "Duty phone", "general": true }
                  ],
                  "officers": [
                    { "id": "0104-1", "name": "Kari", "phones": ["+4712010401", "+4712010451"] },
                    { "id": "0104-2", "name": "Per", "phones": ["+4712010402"] },
                    { "id": "0104-3", "name": "Liv", "phones": ["+4712010403"] }
                  ],
                  "shifts": [
                    { "line": "0104-general", "officer": "0104-1", "role": "primary", "days": "mon-fri", "from": "09:00", "to": "15:00", "validFrom": "2024-01-01" },
                    { "line": "0104-general", "officer": "0104-2", "role": "backup", "days": "fri-mon,wed", "from": "22:00", "to": "06:00", "validFrom": "2024-01-01", "validTo": "2026-12-31", "onHolidays": true }
                  ]
                },
                {
                  "unit": "1580",
                  "lines": [
                    { "id": "1580-general", "name": "Duty phone", "general": true, "outOfService": true, "policy": { "rungs": [{ "ring": "all", "seconds": 25, "together": true, "ringAnyway": true }, { "ring": "fixed line", "seconds": 15, "number": "22 00 00 00" }, { "ring": "neighbour", "seconds": 20, "line": "0104-general" }], "rounds": 2, "budgetSeconds": 150 } }
                  ],
                  "officers": [
                    { "id": "1580-1", "name": "Odd", "phones": ["900 00 000"] }
                  ],
                  "shifts": []
                }
              ]
            }
            """;

    public static RosterReading Read(string? text = null, bool demoNumbers = true)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("callrouting-").FullName, "roster.json");
        try
        {
            File.WriteAllText(path, text ?? Text);
            return RosterFile.Read(path, demoNumbers);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    public static RosterBook Book => Read().Book!;
}
