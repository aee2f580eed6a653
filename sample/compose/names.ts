/** Fore and last names by culture, from which authors are put together; no pair is meant to be anybody. */

export interface Family {
  readonly fores: readonly string[];
  readonly lasts: readonly string[];
}

const family = (fores: string, lasts: string): Family => ({ fores: fores.split(' '), lasts: lasts.split(' ') });

export const FAMILIES: readonly Family[] = [
  family('Abena Kofi Esi Yaw Akosua Kwabena', 'Ansah Boadu Tetteh Asamoah-Gyan Ofosu Darkwa Amoako'),
  family('Ngozi Emeka Folasade Tunde Amina Chukwudi', 'Ogundipe Nwachukwu Adebanjo Ezenwa Balogun Uzoma'),
  family('Selam Dawit Hirut Tesfaye Meron', 'Gebremariam Wolde Alemayehu Desta Kebede Haile'),
  family('Layla Omar Rania Tarek Yasmin Hisham', 'Haddad Al-Masri Khoury Mansour Benali Zerrouki'),
  family('Shirin Kamran Leila Babak Nasrin', 'Tehrani Rostami Farahani Kazemi Moradi'),
  family('Elif Cem Zeynep Baris Ayla', 'Karaca Demirel Yalcin Aksoy Toprak'),
  family('Ingrid Sindre Solveig Eirik Maren Halvard', 'Tveit Bakken Aasland Grønvold Moe Lunde'),
  family('Aino Juhani Päivi Kimmo Saara', 'Koskela Rantanen Hakala Niskanen Peltola'),
  family('Femke Joris Sanne Willem Marijke Bram', 'Dekkers Terpstra Hoekstra Wijnands Kuipers Postma'),
  family('Agnieszka Tomasz Kinga Wojciech Ewa', 'Wrona Zawadzka Gajda Sikora Maciejewska Lis'),
  family('Zsófia Gergely Réka Balázs Ilona', 'Bodnár Kertész Somogyi Fehér Lakatos'),
  family('Ioana Radu Mirela Vlad', 'Munteanu Dobrescu Ilie Cojocaru Stanciu'),
  family('Eleni Stavros Danai Petros', 'Kalogeras Vlachou Manolis Xenaki Tsoukalas'),
  family('Chiara Matteo Ludovica Sandro Ilaria', 'Bellandi Pezzoli Marangoni Tedesco Ravasi'),
  family('Inés Álvaro Lucía Gonzalo Pilar Rodrigo', 'Carrascosa Montalbán Echeverri Sotomayor Quiroga Valdivia'),
  family('Beatriz Nuno Catarina Tiago Joana', 'Figueiredo Valadares Sequeira Brandão Lacerda'),
  family('Élodie Bastien Camille Thibault Maud', 'Garnier-Lebrun Chastel Verdier Roumieu Delmas'),
  family('Friederike Jonas Annika Lukas Henrike', 'Brandhorst Kesselring Wiesner Ahlers Roth-Meinen'),
  family('Niamh Cormac Aoife Declan Bronwen Rhys', 'Gilsenan Tierney Corrigan-Vaughan Prosser Llewelyn Garvey'),
  family('Harriet Malcolm Rosalind Duncan Imogen Fergus', 'Ashdown Pellow Strachan Wetherby Carmody Blackwood-Ross'),
  family('Aroha Wiremu Sina Tavita', 'Parata Ngata-Reid Faleolo Tamatea'),
  family('Ananya Rohan Meera Vikram Kavita Suresh', 'Deshpande Iyer Chatterjee Kulkarni Pillai Saxena Nair'),
  family('Ayesha Bilal Farah Imran Sadia', 'Qureshi Chaudhry Rahman Siddiqui Mirza'),
  family('Tharushi Ruwan Dilani Nimal', 'Wickramasinghe Gunawardena Jayasekara Perera-Lund'),
  family('Yuki Haruto Aiko Kenji Naoko', 'Hayashida Morinaga Okazaki Shimura Tsukamoto'),
  family('Xiaoyan Jun-Wei Meiling Zhihao Li-Na', 'Fang Tseng Luo Qian Shen Ouyang'),
  family('Ji-Woo Min-Seo Hyun-Jin Soo-Yeon', 'Bae Ryu Noh Hwang Seo'),
  family('Thu Minh Lan Quang', 'Dang Ly Truong Vu-Hansen Phung'),
  family('Siti Budi Dewi Arif', 'Hartono Wibowo Kusuma Suryani'),
  family('Thandiwe Sipho Lerato Pieter', 'Dlamini Mokoena Khumalo Steyn Nkosi'),
  family('Daina Andris Rūta Mindaugas', 'Ozoliņa Kalniņš Petrauskas Balčiūnas'),
  family('Miriam Yonatan Noa Eitan', 'Shalev Barak-Levi Rosenblum Peretz'),
  family('Tamika Darnell Renée Marcus', 'Whitfield Gaines Broussard Pettway Langston'),
];
