using MicroCred.Demo.Cases;

var folder = args.Length > 1 ? args[1] : Path.Combine(".local", "samples");
Console.WriteLine($"{SamplesFolder.Write(folder)} cases in {Path.GetFullPath(folder)}");
