Console.WriteLine("MicroCredApproval");
