Console.WriteLine("callrouting");
